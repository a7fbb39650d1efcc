package uk.sightline.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;

/**
 * A page of the log, newest first.
 *
 * @param earlier the address of the next page, when there is more
 */
public record LogPage(
        LogFilter filter,
        FieldErrors errors,
        List<Line> lines,
        @Nullable String earlier) {

    /** One act. */
    public record Line(
            long id,
            Instant at,
            UUID actor,
            String actorName,
            String action,
            @Nullable String kind,
            @Nullable UUID record,
            @Nullable String reason,
            @Nullable String detail) {}
}
