package uk.sightline.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a decided level proposes, and what a person decided about it.
 *
 * @param action code of {@code assessment-action}
 * @param state {@code open}, {@code done} or {@code not-needed}
 */
record FollowUp(
        UUID id,
        UUID assessmentId,
        String action,
        String because,
        String state,
        @Nullable String note,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        int version) {

    boolean isOpen() {
        return state.equals("open");
    }
}
