package uk.sightline.levels;

import uk.sightline.reference.Indicator;
import uk.sightline.reference.Tool.AnswerClass;

/**
 * An indicator that was answered yes, and what that counts.
 *
 * @param points 0 when it was too long ago, and for critical ones, which count without points
 */
public record Counted(
        Indicator indicator, String domain, AnswerClass answerClass, When when, boolean suspected, int points) {

    /** When it was. */
    public enum When {
        CURRENT("current"),
        RECENT("some months ago"),
        BOTH("current, and before that"),
        PAST("too long ago to count"),
        ALWAYS("counts whenever it was");

        private final String words;

        When(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether it stands for how things are now. */
        public boolean isNow() {
            return this == CURRENT || this == BOTH || this == ALWAYS;
        }
    }

    boolean isNow() {
        return when.isNow();
    }
}
