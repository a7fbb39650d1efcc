package uk.sightline.levels;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to one indicator.
 *
 * @param judged key of the class that was judged, where the tool is answered so
 * @param lastSeen the day it was seen or heard of last; null: nobody knows, and then it counts as current
 * @param earlier it was seen in the time before as well, between the tool's current and recent months
 */
public record Answer(
        Said said, @Nullable String judged, @Nullable LocalDate lastSeen, boolean earlier) {

    public static Answer of(Said said) {
        return new Answer(said, null, null, false);
    }

    public static Answer seen(Said said, LocalDate lastSeen) {
        return new Answer(said, null, lastSeen, false);
    }

    /** The practitioner's own judgement of an indicator. */
    public static Answer judged(String answerClass) {
        return new Answer(Said.EVIDENCED, answerClass, null, false);
    }
}
