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
        int mistakes = distance(one, other);
        int longer = Math.max(one.length(), other.length());
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

    /** Letters changed, added, left out or swapped with their neighbour to turn one word into the other. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, d);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] d) {
        int changed = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }

    private static Optional<WordLikeness> alike(double score, MatchReason reason) {
        return Optional.of(new WordLikeness(score, reason));
    }
}
