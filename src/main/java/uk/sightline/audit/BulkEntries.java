package uk.sightline.audit;

import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.BulkRows;

/** Writes down many acts of the actor at once, for a bulk load. The sequencer seals them like all others. */
@Component
public class BulkEntries {

    private static final String COLUMNS = "at, actor, session, action, kind, record, reason, detail";

    private final JdbcOperations sql;

    BulkEntries(JdbcOperations sql) {
        this.sql = sql;
    }

    /** An act and when it happened. */
    public record Past(Instant at, Act act) {}

    /** Adds what the actor did, in the order given. The log refuses acts of anybody else. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<Past> acts) {
        Actor actor = Actor.current();
        BulkRows rows = BulkRows.into("audit.entry", COLUMNS);
        for (Past past : acts) {
            Act act = past.act();
            rows.add(
                    past.at(),
                    actor.id(),
                    actor.session(),
                    act.action(),
                    act.kind(),
                    act.record(),
                    act.reason(),
                    act.detail());
        }
        rows.write(sql);
    }
}
