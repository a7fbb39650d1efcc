package uk.sightline.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/** Rows of {@code clocks.clock}, its pauses and its events. */
@Repository
class ClockStore {

    private static final String COLUMNS = """
            c.id, c.rule, c.subject_id, c.kind, c.reference, c.team_id, c.owner_id, c.accepted_at, c.started_at, c.due_at,
            c.paused_at, c.stopped_at, c.breached_at, c.breach_reason, c.rung
            """;

    private static final String ADD = """
            insert into clocks.clock
              (id, rule, edition, subject_id, kind, reference, team_id, owner_id, accepted_at, started_at, due_at, look_at,
               created_by, created_at)
            select :id, :rule, :edition, :subject, :kind, :reference, :team, :owner::uuid,
                   case when :owner::uuid = :by then :at::timestamptz end, :started, :due, :lookAt::timestamptz, :by, :at
            where not exists (
              select from clocks.clock c where c.subject_id = :subject and c.rule = :rule and c.stopped_at is null)
            """;

    private static final String OF_SUBJECT = "select " + COLUMNS + """
            from clocks.clock c where c.subject_id = :subject order by c.started_at, c.id
            """;

    private static final String RUNNING = "select " + COLUMNS + """
            from clocks.clock c where c.subject_id = :subject and c.stopped_at is null order by c.due_at, c.id for update
            """;

    private static final String RUNNING_BY_RULE = "select " + COLUMNS + """
            from clocks.clock c where c.subject_id = :subject and c.rule = :rule and c.stopped_at is null for update
            """;

    private static final String LATEST = "select " + COLUMNS + """
            from clocks.clock c where c.subject_id = :subject and c.rule = :rule
            order by c.started_at desc, c.id desc limit 1
            """;

    private static final String BY_ID = "select " + COLUMNS + "from clocks.clock c where c.id = :id for update";

    private static final String PAUSES =
            "select p.from_at, p.until_at from clocks.pause p where p.clock_id = :clock order by p.from_at";

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

    List<Clock> of(UUID subject) {
        return sql.sql(OF_SUBJECT).param("subject", subject).query(this::clock).list();
    }

    /** Locked until the end of the transaction. */
    List<Clock> running(UUID subject) {
        return sql.sql(RUNNING).param("subject", subject).query(this::clock).list();
    }

    /** Locked until the end of the transaction. */
    Optional<Clock> running(UUID subject, String rule) {
        return sql.sql(RUNNING_BY_RULE)
                .param("subject", subject)
                .param("rule", rule)
                .query(this::clock)
                .optional();
    }

    /** The running one, or the last that ran. */
    Optional<Clock> latest(UUID subject, String rule) {
        return sql.sql(LATEST)
                .param("subject", subject)
                .param("rule", rule)
                .query(this::clock)
                .optional();
    }

    /** Locked until the end of the transaction; absent when hidden. */
    Optional<Clock> find(UUID id) {
        return sql.sql(BY_ID).param("id", id).query(this::clock).optional();
    }

    List<Pause> pauses(UUID clock) {
        return sql.sql(PAUSES)
                .param("clock", clock)
                .query((row, n) -> new Pause(instant(row, "from_at"), instant(row, "until_at")))
                .list();
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

    private Clock clock(ResultSet row, int n) throws SQLException {
        var rule = row.getString("rule");
        var started = instant(row, "started_at");
        return new Clock(
                row.getObject("id", UUID.class),
                rule,
                row.getObject("subject_id", UUID.class),
                row.getString("kind"),
                row.getString("reference"),
                row.getObject("team_id", UUID.class),
                row.getObject("owner_id", UUID.class),
                maybe(row, "accepted_at"),
                started,
                instant(row, "due_at"),
                maybe(row, "paused_at"),
                maybe(row, "stopped_at"),
                maybe(row, "breached_at"),
                row.getString("breach_reason"),
                row.getInt("rung"),
                measures.of(rule, started));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
