package uk.sightline.identity;

import java.util.Optional;

/** How alike two folded words of a name are: the strongest reason that holds. */
record WordLikeness(double score, MatchReason reason) {

    private static final double SIMILAR_ENOUGH = 0.72;

    static Optional<WordLikeness> between(String one, String other) {
        if (one.equals(other)) {
            return alike(1, MatchReason.PART_OF_NAME);
        }
        if (one.length() == 1 || other.length() == 1) {
            return one.charAt(0) == other.charAt(0) ? alike(0.6, MatchReason.SAME_INITIAL) : Optional.empty();
        }
        if (Nicknames.shareAName(one, other)) {
            return alike(0.93, MatchReason.NICKNAME);
        }
        return bySpellingOrSound(one, other);
    }

    private static Optional<WordLikeness> bySpellingOrSound(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        int mistakes = Spelling.distance(one, other, longer);
        boolean soundsAlike = NameSound.of(one).equals(NameSound.of(other));
        if (mistakes == 1 && longer > 3) {
            return alike(soundsAlike ? 0.95 : 0.9, MatchReason.ONE_LETTER);
        }
        if (soundsAlike) {
            return alike(0.85, MatchReason.SOUNDS_ALIKE);
        }
        double spelling = 1 - (double) mistakes / longer;
        return spelling >= SIMILAR_ENOUGH ? alike(spelling, MatchReason.SIMILAR_SPELLING) : Optional.empty();
    }

    private static Optional<WordLikeness> alike(double score, MatchReason reason) {
        return Optional.of(new WordLikeness(score, reason));
    }
}
