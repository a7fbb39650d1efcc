package uk.sightline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads who is open to the hub with the reader's own eyes, each strand a line. */
@Repository
@Transactional
class CohortQueries {

    /** Some hundred people; more than so many lines are not a list that anybody reads. */
    private static final int MOST = 5_000;

    private static final String COHORT = """
            with open as (
              select i.person_id, min(i.opened_at) as opened_at
              from cases.involvement i where i.closed_at is null group by i.person_id)
            select o.person_id, p.reference, p.display_name, p.born_from, p.born_to, o.opened_at,
                   s.strand, s.level, s.since, s.decided_at
            from open o
            join people.summary p on p.id = o.person_id
            left join cases.standing s on s.person_id = o.person_id
            order by p.display_name, o.person_id, s.strand
            limit :most
            """;

    private static final String WORKERS = """
            select w.person_id, w.role, w.account_id from cases.worker w where w.until_at is null
            """;

    private final JdbcClient sql;

    CohortQueries(JdbcClient sql) {
        this.sql = sql;
    }

    /** A strand of somebody who is open to the hub; without one while no level is decided. */
    record Line(
            UUID person,
            String reference,
            String name,
            @Nullable LocalDate bornFrom,
            @Nullable LocalDate bornTo,
            Instant openedAt,
            @Nullable String strand,
            @Nullable String level,
            @Nullable Instant since,
            @Nullable Instant decidedAt) {}

    /** Who has a role now. */
    record Holder(UUID personId, String role, UUID accountId) {}

    List<Line> lines() {
        return sql.sql(COHORT).param("most", MOST).query((row, n) -> line(row)).list();
    }

    List<Holder> workers() {
        return sql.sql(WORKERS).query(Holder.class).list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("person_id", UUID.class),
                row.getString("reference"),
                row.getString("display_name"),
                row.getObject("born_from", LocalDate.class),
                row.getObject("born_to", LocalDate.class),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("strand"),
                row.getString("level"),
                instant(row, "since"),
                instant(row, "decided_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
