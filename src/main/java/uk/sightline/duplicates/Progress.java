package uk.sightline.duplicates;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.people.Comparing.Left;

/** How far the comparing has come, and whether everybody has been put on its list. */
@Repository
@Transactional
class Progress {

    private static final String NOW = """
            select p.remaining, p.people, p.thresholds, p.listed_to, p.listing from duplicates.progress p
            """;

    private static final String COUNTED = """
            update duplicates.progress p set remaining = :remaining, people = :people, counted_at = :at
            where (p.remaining, p.people) is distinct from (:remaining, :people) or p.counted_at is null
            """;

    private static final String LISTED = """
            update duplicates.progress p set thresholds = :thresholds, listed_to = :to::uuid, listing = :listing
            """;

    private static final String ONE_AT_A_TIME = "select p.one from duplicates.progress p for update";

    private final JdbcClient sql;
    private final InstantSource time;

    Progress(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    /**
     * As it was last counted.
     *
     * @param remaining people still to be compared
     * @param thresholds under which everybody is, or is being, put on the list
     * @param listedTo how far that has come
     */
    record Now(
            long remaining,
            long people,
            String thresholds,
            @Nullable UUID listedTo,
            boolean listing) {}

    Now now() {
        return sql.sql(NOW).query(Now.class).single();
    }

    /** The same, for whoever changes it in this transaction. */
    Now toChange() {
        sql.sql(ONE_AT_A_TIME).query(Boolean.class).single();
        return now();
    }

    void counted(Left left) {
        sql.sql(COUNTED)
                .param("remaining", left.people())
                .param("people", left.ofAll())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void listed(String thresholds, @Nullable UUID to, boolean listing) {
        sql.sql(LISTED)
                .param("thresholds", thresholds)
                .param("to", to)
                .param("listing", listing)
                .update();
    }
}
