package uk.sightline.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A period in which the partnership works with somebody on exploitation; what says how it ended is there once it has. */
record Involvement(
        UUID id,
        String why,
        Instant openedAt,
        UUID openedBy,
        @Nullable Instant closedAt,
        @Nullable UUID closedBy,
        @Nullable String closure,
        @Nullable String closedWhy) {

    boolean isOpen() {
        return closedAt == null;
    }

    /** Whether it was over by then. */
    boolean isOver(Instant at) {
        return closedAt != null && !closedAt.isAfter(at);
    }
}
