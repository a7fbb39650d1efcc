package uk.sightline.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads clocks and their pauses; a clock that is about to change is locked until the end of the transaction. */
@Repository
class ClockRows {

    private static final String COLUMNS = """
            c.id, c.rule, c.subject_id, c.kind, c.reference, c.team_id, c.owner_id, c.accepted_at, c.started_at, c.due_at,
            c.paused_at, c.stopped_at, c.breached_at, c.breach_reason, c.rung
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

    private final JdbcClient sql;
    private final Measures measures;

    ClockRows(JdbcClient sql, Measures measures) {
        this.sql = sql;
        this.measures = measures;
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

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
