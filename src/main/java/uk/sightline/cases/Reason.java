package uk.sightline.cases;

import uk.sightline.platform.RuleBroken;

/** Why something is done, in people's own words: long enough to mean something, short enough to be read. */
final class Reason {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2_000;

    private Reason() {}

    /** @throws RuleBroken at the field when they are too short or too long */
    static void check(String field, String words) {
        int length = words.strip().length();
        if (length < SHORTEST || length > LONGEST) {
            throw new RuleBroken(field, "Say why, in 10 to 2,000 characters");
        }
    }
}
