package uk.sightline.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who is or was the lead professional or the hub co-worker. */
record Worker(
        UUID id,
        UUID involvementId,
        String role,
        UUID accountId,
        Instant fromAt,
        @Nullable Instant untilAt,
        String reason,
        UUID givenBy,
        @Nullable UUID endedBy,
        @Nullable String endedWhy) {

    boolean isLive() {
        return untilAt == null;
    }

    boolean is(Role asked) {
        return role.equals(asked.code());
    }
}
