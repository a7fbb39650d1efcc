package uk.sightline.people;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.Actor;
import uk.sightline.platform.StaleVersion;

/** Ends facts that were so and no longer are, and strikes through those that never were. Nothing is removed. */
@Repository
class FactEnds {

    private static final String ENDED = """
             set until_on = :until, ended_by = :by, ended_at = :at, version = version + 1
            where id = :id and person_id = :person and version = :version and corrected_at is null
            """;

    private static final String CORRECTED = """
             set corrected_why = :why, corrected_by = :by, corrected_at = :at, version = version + 1
            where id = :id and person_id = :person and version = :version and corrected_at is null
            """;

    private static final Map<FactKind, String> ENDS = eachTable(ENDED);
    private static final Map<FactKind, String> CORRECTIONS = eachTable(CORRECTED);

    private final JdbcClient sql;
    private final InstantSource time;

    FactEnds(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    /** @throws StaleVersion when somebody else has changed it meanwhile */
    void end(FactKind kind, UUID person, UUID fact, int version, LocalDate until) {
        StaleVersion.unlessOne(
                of(ENDS, kind, person, fact, version).param("until", until).update());
    }

    /** @throws StaleVersion when somebody else has changed it meanwhile */
    void strikeThrough(FactKind kind, UUID person, UUID fact, int version, String why) {
        StaleVersion.unlessOne(
                of(CORRECTIONS, kind, person, fact, version).param("why", why).update());
    }

    private JdbcClient.StatementSpec of(
            Map<FactKind, String> statements, FactKind kind, UUID person, UUID fact, int version) {
        return sql.sql(String.valueOf(statements.get(kind)))
                .param("id", fact)
                .param("person", person)
                .param("version", version)
                .param("by", Actor.current().id())
                .param("at", time.instant().atOffset(ZoneOffset.UTC));
    }

    private static Map<FactKind, String> eachTable(String change) {
        Map<FactKind, String> each = new EnumMap<>(FactKind.class);
        for (FactKind kind : FactKind.values()) {
            each.put(kind, "update people." + kind.table() + change);
        }
        return each;
    }
}
