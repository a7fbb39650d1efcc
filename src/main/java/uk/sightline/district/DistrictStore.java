package uk.sightline.district;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how far the loading has come. */
@Repository
class DistrictStore {

    private static final String BEGIN = """
            insert into district.district (seed, people, loaded_at) values (:seed, :people, :at) on conflict do nothing
            """;

    private static final String FIND = "select seed, people, loaded_at, finished_at from district.district";

    private static final String MARK = "insert into district.part (name) values (:name) on conflict do nothing";

    private static final String FINISH = "update district.district set finished_at = :at where finished_at is null";

    private static final String ANYBODY = "select exists (select from people.summary)";

    private final JdbcClient sql;

    DistrictStore(JdbcClient sql) {
        this.sql = sql;
    }

    void begin(Plan plan) {
        sql.sql(BEGIN)
                .param("seed", plan.seed())
                .param("people", plan.people())
                .param("at", utc(plan.at()))
                .update();
    }

    /** The plan of a district that was begun. */
    Optional<Plan> begun() {
        return sql.sql(FIND)
                .query((row, n) -> new Plan(
                        row.getLong("seed"),
                        row.getLong("people"),
                        row.getObject("loaded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    boolean isFinished() {
        return sql.sql(FIND)
                .query((row, n) -> row.getObject("finished_at") != null)
                .optional()
                .orElse(false);
    }

    /** False when somebody has done this part; waits for whoever is at it. */
    boolean mark(String part) {
        return sql.sql(MARK).param("name", part).update() == 1;
    }

    void finish(Instant at) {
        sql.sql(FINISH).param("at", utc(at)).update();
    }

    boolean isAnybodyThere() {
        return sql.sql(ANYBODY).query(Boolean.class).single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
