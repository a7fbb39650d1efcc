package uk.sightline.clocks;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Takes the steps that have come up, a clock to a transaction, so that one that fails holds up no other. */
@Repository
@Transactional
class Escalations {

    private static final String DUE = """
            select c.id, c.look_at
            from clocks.clock c
            where c.look_at is not null and c.look_at <= :now and (c.look_at, c.id) > (:after, :id)
            order by c.look_at, c.id
            limit :limit
            """;

    /** Another node that has it locked takes the step itself. */
    private static final String CLAIM = """
            select c.id from clocks.clock c
            where c.id = :id and c.look_at is not null and c.look_at <= :now
            for update skip locked
            """;

    private static final String TAKEN = """
            update clocks.clock
            set rung = :rung, look_at = :lookAt::timestamptz, version = version + 1,
                breached_at = case when :broken then coalesce(breached_at, due_at) else breached_at end
            where id = :id
            """;

    private final JdbcClient sql;
    private final ClockRows rows;
    private final ClockStore store;
    private final Tellings tellings;
    private final InstantSource time;

    Escalations(JdbcClient sql, ClockRows rows, ClockStore store, Tellings tellings, InstantSource time) {
        this.sql = sql;
        this.rows = rows;
        this.store = store;
        this.tellings = tellings;
        this.time = time;
    }

    /** A place in the list of what has come up. */
    record Due(UUID id, Instant lookAt) {
        static final Due FIRST = new Due(new UUID(0, 0), Instant.EPOCH);
    }

    List<Due> after(Due last, int limit) {
        return sql.sql(DUE)
                .param("now", ClockStore.utc(time.instant()))
                .param("after", ClockStore.utc(last.lookAt()))
                .param("id", last.id())
                .param("limit", limit)
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getObject("look_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How many steps were taken: none when another worker has been there. */
    int take(UUID id) {
        var now = time.instant();
        var claimed = sql.sql(CLAIM)
                .param("id", id)
                .param("now", ClockStore.utc(now))
                .query(UUID.class)
                .optional();
        return claimed.flatMap(rows::find).map(clock -> climb(clock, now)).orElse(0);
    }

    private int climb(Clock clock, Instant now) {
        var ladder = clock.measure().deadlines().escalations(clock.measure().rule(), clock.startedAt(), clock.dueAt());
        var rung = clock.rung();
        while (rung < ladder.size() && !ladder.get(rung).at().isAfter(now)) {
            step(clock, rung, ladder.get(rung), now);
            rung++;
        }
        var broken = clock.measure().broken(clock.dueAt(), now, false);
        if (broken && clock.breachedAt() == null) {
            store.note(ClockEvent.of(clock, "breached", null), now);
        }
        var known = broken || clock.breachedAt() != null;
        taken(clock, rung, clock.measure().lookAt(clock.startedAt(), clock.dueAt(), known, rung), broken);
        return rung - clock.rung();
    }

    private void step(Clock clock, int rung, Escalation step, Instant now) {
        for (var role : step.tell()) {
            tellings.escalated(clock, rung, role, now);
        }
        store.note(ClockEvent.escalated(clock, rung, String.join(", ", step.tell())), now);
    }

    private void taken(Clock clock, int rung, @Nullable Instant lookAt, boolean broken) {
        sql.sql(TAKEN)
                .param("id", clock.id())
                .param("rung", rung)
                .param("lookAt", lookAt == null ? null : ClockStore.utc(lookAt))
                .param("broken", broken)
                .update();
    }
}
