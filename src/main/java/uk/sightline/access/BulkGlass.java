package uk.sightline.access;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.Actor;
import uk.sightline.platform.BulkRows;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/** Emergency access that has run out and waits for its review, for a bulk load: the actor took it, nobody was told. */
@Component
public class BulkGlass {

    private static final String GLASS =
            "id, reference, account_id, subject_id, reason_code, reason, at, until_at, review_due_at";

    private final JdbcOperations sql;
    private final PracticePack pack;

    BulkGlass(JdbcOperations sql, PracticePack pack) {
        this.sql = sql;
        this.pack = pack;
    }

    /**
     * Adds one of the actor's.
     *
     * @param reference such as {@code B-7KQ2M4X}
     * @param code of {@code break-glass-reason}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID subject, String reference, String code, String reason, Instant at) {
        int hours = pack.threshold("break-glass-hours", London.date(at)).amount();
        BulkRows.into("access.break_glass", GLASS)
                .add(
                        Ids.next(),
                        reference,
                        Actor.current().id(),
                        subject,
                        code,
                        reason,
                        at,
                        at.plus(Duration.ofHours(hours)),
                        ReviewDue.of(at, pack.holidayDates()))
                .write(sql);
    }
}
