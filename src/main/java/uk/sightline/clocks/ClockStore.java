package uk.sightline.clocks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/** Writes clocks, their pauses and their events. */
@Repository
class ClockStore {

    private static final String ADD = """
            insert into clocks.clock
              (id, rule, edition, subject_id, kind, reference, team_id, owner_id, accepted_at, started_at, due_at, look_at,
               created_by, created_at)
            select :id, :rule, :edition, :subject, :kind, :reference, :team, :owner::uuid,
                   case when :owner::uuid = :by then :at::timestamptz end, :started, :due, :lookAt::timestamptz, :by, :at
            where not exists (
              select from clocks.clock c where c.subject_id = :subject and c.rule = :rule and c.stopped_at is null)
            """;

    private static final String PAUSE = """
            update clocks.clock set paused_at = :at, pause_reason = :reason, look_at = null, version = version + 1
            where id = :id
            """;

    private static final String KEEP_PAUSE = """
            insert into clocks.pause (id, clock_id, subject_id, from_at, until_at, reason, created_by, created_at)
            select :id, c.id, c.subject_id, c.paused_at, :at, c.pause_reason, :by, :at from clocks.clock c where c.id = :clock
            """;

    private static final String RESUME = """
            update clocks.clock
            set paused_at = null, pause_reason = null, due_at = :due, look_at = :lookAt::timestamptz, version = version + 1
            where id = :id
            """;

    private static final String STOP = """
            update clocks.clock
            set stopped_at = :at, evidence = :evidence, look_at = null, version = version + 1,
                breached_at = case when :broken then coalesce(breached_at, due_at) else breached_at end
            where id = :id
            """;

    private static final String ASSIGN = """
            update clocks.clock
            set team_id = :team, owner_id = :owner::uuid, declined_at = null, accepted_at = case when :owner::uuid = :by then :at::timestamptz end,
                version = version + 1
            where id = :id
            """;

    private static final String ACCEPT =
            "update clocks.clock set accepted_at = :at, declined_at = null, version = version + 1 where id = :id";

    private static final String DECLINE =
            "update clocks.clock set declined_at = :at, accepted_at = null, version = version + 1 where id = :id";

    private static final String EXPLAIN = """
            update clocks.clock
            set breached_at = coalesce(breached_at, due_at), breach_reason = :reason, breach_words = :words,
                breach_by = :by, breach_told = :at, version = version + 1
            where id = :id
            """;

    private static final String NOTE = """
            insert into clocks.clock_event (clock_id, subject_id, at, actor, what, team_id, owner_id, rung, words)
            values (:clock, :subject, :at, :by, :what, :team::uuid, :owner::uuid, :rung::int, :words)
            """;

    private final JdbcClient sql;
    private final Measures measures;

    ClockStore(JdbcClient sql, Measures measures) {
        this.sql = sql;
        this.measures = measures;
    }

    /** False when such a clock already runs on the subject. */
    boolean add(Clock clock, @Nullable Instant lookAt, Instant at) {
        return sql.sql(ADD)
                        .param("id", clock.id())
                        .param("rule", clock.rule())
                        .param("edition", measures.edition())
                        .param("subject", clock.subject())
                        .param("kind", clock.kind())
                        .param("reference", clock.reference())
                        .param("team", clock.team())
                        .param("owner", clock.owner())
                        .param("started", utc(clock.startedAt()))
                        .param("due", utc(clock.dueAt()))
                        .param("lookAt", lookAt == null ? null : utc(lookAt))
                        .param("by", Actor.current().id())
                        .param("at", utc(at))
                        .update()
                > 0;
    }

    void pause(UUID clock, String reason, Instant at) {
        sql.sql(PAUSE)
                .param("id", clock)
                .param("reason", reason)
                .param("at", utc(at))
                .update();
    }

    void keepPause(UUID clock, Instant until) {
        sql.sql(KEEP_PAUSE)
                .param("id", Ids.next())
                .param("clock", clock)
                .param("at", utc(until))
                .param("by", Actor.current().id())
                .update();
    }

    void resume(UUID clock, Instant due, @Nullable Instant lookAt) {
        sql.sql(RESUME)
                .param("id", clock)
                .param("due", utc(due))
                .param("lookAt", lookAt == null ? null : utc(lookAt))
                .update();
    }

    void stop(UUID clock, String evidence, boolean broken, Instant at) {
        sql.sql(STOP)
                .param("id", clock)
                .param("evidence", evidence)
                .param("broken", broken)
                .param("at", utc(at))
                .update();
    }

    void assign(UUID clock, UUID team, @Nullable UUID owner, Instant at) {
        sql.sql(ASSIGN)
                .param("id", clock)
                .param("team", team)
                .param("owner", owner)
                .param("by", Actor.current().id())
                .param("at", utc(at))
                .update();
    }

    void accept(UUID clock, Instant at) {
        sql.sql(ACCEPT).param("id", clock).param("at", utc(at)).update();
    }

    void decline(UUID clock, Instant at) {
        sql.sql(DECLINE).param("id", clock).param("at", utc(at)).update();
    }

    void explain(UUID clock, String reason, String words, Instant at) {
        sql.sql(EXPLAIN)
                .param("id", clock)
                .param("reason", reason)
                .param("words", words)
                .param("by", Actor.current().id())
                .param("at", utc(at))
                .update();
    }

    void note(ClockEvent event, Instant at) {
        sql.sql(NOTE)
                .param("clock", event.clock())
                .param("subject", event.subject())
                .param("at", utc(at))
                .param("by", Actor.current().id())
                .param("what", event.what())
                .param("team", event.team())
                .param("owner", event.owner())
                .param("rung", event.rung())
                .param("words", event.words())
                .update();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
