package uk.sightline.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did, as the table keeps it: who, when, what, to which record and why. The moment is kept to the
 * microsecond, as PostgreSQL keeps it, so that an entry read back is the entry that was sealed.
 */
record AuditEntry(
        long id,
        Instant at,
        UUID actor,
        @Nullable String session,
        String action,
        @Nullable String kind,
        @Nullable UUID record,
        @Nullable String reason,
        @Nullable String detail) {

    AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
