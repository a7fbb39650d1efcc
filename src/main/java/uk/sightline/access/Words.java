package uk.sightline.access;

import uk.sightline.platform.RuleBroken;

/** Reasons in people's own words: long enough to mean something, short enough to be read. */
final class Words {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2_000;

    private Words() {}

    /** @throws RuleBroken at the field when they are too short or too long */
    static void check(String field, String words) {
        int length = words.strip().length();
        if (length < SHORTEST || length > LONGEST) {
            throw new RuleBroken(field, "Say why, in %d to %d characters".formatted(SHORTEST, LONGEST));
        }
    }
}
