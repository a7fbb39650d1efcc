package uk.sightline.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
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

    /** The tables that {@link #add} fills, for their indexes to be set aside meanwhile. */
    public static final List<String> TABLES = List.of("audit.entry");

    private final JdbcOperations sql;
    private final Sequencer sequencer;

    BulkEntries(JdbcOperations sql, Sequencer sequencer) {
        this.sql = sql;
        this.sequencer = sequencer;
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

    /**
     * Has the sequencer seal whatever waits, as it would do by itself while the product runs.
     *
     * @param progress is told how many more are sealed, batch by batch
     */
    public void seal(IntConsumer progress) {
        Sequencer.SEQUENCER.run(() -> sequencer.run(progress));
    }
}
