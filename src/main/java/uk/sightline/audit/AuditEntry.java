package uk.sightline.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did: who, when, what, to which record, about whom and why. The moment is kept to the
 * microsecond, as PostgreSQL keeps it, so that an entry read back is the entry that was sealed.
 */
record AuditEntry(
        long id,
        Instant at,
        UUID actor,
        String actorKind,
        @Nullable String session,
        String action,
        @Nullable String kind,
        @Nullable UUID record,
        @Nullable UUID person,
        @Nullable String reason,
        @Nullable String detail) {

    AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
