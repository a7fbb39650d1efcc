package uk.sightline.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.levels.Answer;
import uk.sightline.levels.Said;

/**
 * What was answered to an indicator last, by whom and when.
 *
 * @param source code of {@code assessment-source}: who says so
 * @param takenFrom reference of what it was taken over from; null when it was answered here
 */
record Answered(
        UUID id,
        String indicator,
        Said said,
        @Nullable String judged,
        @Nullable LocalDate lastSeen,
        boolean earlier,
        @Nullable String source,
        @Nullable String note,
        @Nullable String takenFrom,
        UUID by,
        Instant at) {

    Answer answer() {
        return new Answer(said, judged, lastSeen, earlier);
    }

    /** Whether it says the same, whoever said it and when. */
    boolean says(Typed typed) {
        return said == typed.said()
                && Objects.equals(judged, typed.judged())
                && Objects.equals(lastSeen, typed.lastSeen())
                && earlier == typed.earlier()
                && Objects.equals(source, typed.source())
                && Objects.equals(note, typed.note());
    }

    /** An answer that is to be kept. */
    record Typed(
            String indicator,
            Said said,
            @Nullable String judged,
            @Nullable LocalDate lastSeen,
            boolean earlier,
            @Nullable String source,
            @Nullable String note) {}

    /** The same, to begin another assessment with. */
    Typed typed() {
        return new Typed(indicator, said, judged, lastSeen, earlier, source, note);
    }
}
