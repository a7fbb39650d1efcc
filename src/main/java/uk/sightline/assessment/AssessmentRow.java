package uk.sightline.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.platform.Ids;
import uk.sightline.reference.Tool;

/**
 * An assessment as it stands in the table.
 *
 * @param from the one whose answers it began with
 * @param decided what was decided or, while it is with a manager, what is proposed
 */
record AssessmentRow(
        UUID id,
        String reference,
        UUID personId,
        String kind,
        String tool,
        String toolVersion,
        String why,
        LocalDate aboutOn,
        int missing,
        AssessmentState state,
        @Nullable UUID from,
        UUID team,
        UUID startedBy,
        Instant startedAt,
        @Nullable String calculated,
        @Nullable Integer points,
        boolean provisional,
        @Nullable String decided,
        @Nullable String decidedWhy,
        @Nullable String variance,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable UUID countersignedBy,
        @Nullable Instant countersignedAt,
        @Nullable String managerNote,
        @Nullable String givenBackWhy,
        @Nullable Instant endedAt,
        @Nullable String endedWhy,
        int version) {

    /** One that is begun: nothing is decided yet. */
    static AssessmentRow begun(
            String reference,
            UUID person,
            Tool tool,
            String why,
            LocalDate on,
            @Nullable UUID from,
            UUID team,
            UUID by,
            Instant at) {
        return new AssessmentRow(
                Ids.next(),
                reference,
                person,
                tool.kind().code(),
                tool.key(),
                tool.version(),
                why,
                on,
                0,
                AssessmentState.DRAFT,
                from,
                team,
                by,
                at,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }
}
