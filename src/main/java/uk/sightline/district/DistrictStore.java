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
            insert into district.district (seed, people, referrals, waiting, open, acts, staff, twice, loaded_at)
            values (:seed, :people, :referrals, :waiting, :open, :acts, :staff, :twice, :at)
            on conflict do nothing
            """;

    private static final String FIND = """
            select seed, people, referrals, waiting, open, acts, staff, twice, loaded_at, finished_at
            from district.district
            """;

    private static final String MARK = "insert into district.part (name) values (:name) on conflict do nothing";

    /** What a power cut takes back it takes back whole, in the order of commits, and with its mark: it is done again. */
    private static final String HURRY = "select set_config('synchronous_commit', 'off', true)";

    private static final String SIZE = "select pg_database_size(current_database())";

    private static final String FINISH = "update district.district set finished_at = :at where finished_at is null";

    private static final String ANYBODY = "select exists (select from people.summary)";

    private final JdbcClient sql;

    DistrictStore(JdbcClient sql) {
        this.sql = sql;
    }

    void begin(Plan plan) {
        sql.sql(BEGIN)
                .param("seed", plan.seed())
                .param("people", plan.scale().people())
                .param("referrals", plan.scale().referrals())
                .param("waiting", plan.scale().waiting())
                .param("open", plan.scale().open())
                .param("acts", plan.scale().acts())
                .param("staff", plan.scale().staff())
                .param("twice", plan.scale().twice())
                .param("at", utc(plan.at()))
                .update();
    }

    /** The plan of a district that was begun. */
    Optional<Plan> begun() {
        return sql.sql(FIND)
                .query((row, n) -> new Plan(
                        row.getLong("seed"),
                        new Scale(
                                row.getLong("people"),
                                row.getLong("referrals"),
                                row.getLong("waiting"),
                                row.getLong("open"),
                                row.getLong("acts"),
                                row.getInt("staff"),
                                row.getInt("twice")),
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
        sql.sql(HURRY).query(String.class).single();
        return sql.sql(MARK).param("name", part).update() == 1;
    }

    void finish(Instant at) {
        sql.sql(FINISH).param("at", utc(at)).update();
    }

    boolean isAnybodyThere() {
        return sql.sql(ANYBODY).query(Boolean.class).single();
    }

    /** Bytes of the whole database. */
    long size() {
        return sql.sql(SIZE).query(Long.class).single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
