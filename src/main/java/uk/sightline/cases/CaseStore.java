package uk.sightline.cases;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.StaleVersion;
import uk.sightline.reference.PracticePack;

/** Writes involvements, levels and workers. Levels are only ever added. */
@Repository
class CaseStore {

    private static final String HOLD = "select cases.hold(:person)";

    private static final String OPEN = """
            insert into cases.involvement (id, person_id, why, opened_at, opened_by, created_by, created_at)
            values (:id, :person, :why, :at, :by, :by, :at)
            """;

    private static final String CLOSE = """
            update cases.involvement
            set closed_at = :at, closed_by = :by, closure = :closure, closed_why = :why, version = version + 1
            where id = :id and closed_at is null
            """;

    private static final String DECIDE = """
            insert into cases.level
              (id, involvement_id, person_id, strand, level, calculated, why, source_kind, source_id, decided_by, decided_at,
               countersigned_by, edition)
            values (:id, :involvement, :person, :strand, :level, :calculated, :why, :kind, :source::uuid, :decider, :at,
                    :countersigned::uuid, :edition)
            """;

    private static final String GIVE = """
            insert into cases.worker (id, involvement_id, person_id, role, account_id, from_at, reason, given_by)
            values (:id, :involvement, :person, :role, :account, :at, :reason, :by)
            """;

    private static final String END = """
            update cases.worker
            set until_at = :at, ended_by = :by, ended_why = :why, version = version + 1
            where id = :id and until_at is null
            """;

    private final JdbcClient sql;
    private final PracticePack pack;
    private final InstantSource time;

    CaseStore(JdbcClient sql, PracticePack pack, InstantSource time) {
        this.sql = sql;
        this.pack = pack;
        this.time = time;
    }

    /** The open involvements of a person, whether the actor sees them or not; nobody else opens or closes one meanwhile. */
    List<UUID> hold(UUID person) {
        return sql.sql(HOLD)
                .param("person", person)
                .query((row, n) -> List.of((UUID[]) row.getArray(1).getArray()))
                .single();
    }

    void open(UUID id, UUID person, String why) {
        byMe(OPEN).param("id", id).param("person", person).param("why", why).update();
    }

    void close(UUID id, String closure, String why) {
        StaleVersion.unlessOne(byMe(CLOSE)
                .param("id", id)
                .param("closure", closure)
                .param("why", why)
                .update());
    }

    void decide(UUID involvement, LevelDecision decision) {
        decision.levels().keySet().stream()
                .sorted()
                .forEach(strand -> sql.sql(DECIDE)
                        .param("id", Ids.next())
                        .param("decider", decision.decidedBy())
                        .param("at", now())
                        .param("involvement", involvement)
                        .param("person", decision.person())
                        .param("strand", strand)
                        .param("level", decision.levels().get(strand))
                        .param("calculated", decision.calculated().get(strand))
                        .param("why", decision.why().strip())
                        .param("kind", decision.source().kind().code())
                        .param("source", decision.source().id())
                        .param("countersigned", decision.countersignedBy())
                        .param(
                                "edition",
                                pack.edition().name() + " " + pack.edition().version())
                        .update());
    }

    void give(UUID involvement, UUID person, Role role, UUID account, String reason) {
        byMe(GIVE)
                .param("id", Ids.next())
                .param("involvement", involvement)
                .param("person", person)
                .param("role", role.code())
                .param("account", account)
                .param("reason", reason)
                .update();
    }

    void end(Worker worker, String why) {
        StaleVersion.unlessOne(
                byMe(END).param("id", worker.id()).param("why", why).update());
    }

    private JdbcClient.StatementSpec byMe(String statement) {
        return sql.sql(statement).param("by", Actor.current().id()).param("at", now());
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }
}
