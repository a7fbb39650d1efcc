package uk.sightline.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/** The runs of the proof, kept so that managers see how it went over the last weeks. */
@Repository
@Transactional
class ProofStore {

    private static final String KEEP = """
            insert into worklist.proof (id, at, took_ms, items, broken, channels, created_by, created_at)
            values (:id, :at, :took, :items, :broken, :channels::jsonb, :by, :now)
            """;

    private static final String KEEP_FINDING = """
            insert into worklist.finding (id, proof_id, no, record_id, kind, reference, what, remedy, created_by, created_at)
            values (:id, :proof, :no, :record::uuid, :kind, :reference, :what, :remedy, :by, :now)
            """;

    private static final String FORGET = "delete from worklist.proof where at < :before";

    private static final String LAST = """
            select id, at, took_ms, items, broken, channels::text as channels
            from worklist.proof order by at desc, created_at desc limit :limit
            """;

    private static final String FINDINGS = """
            select record_id, kind, reference, what, remedy from worklist.finding where proof_id = :proof order by no
            """;

    private static final java.time.Duration KEPT = java.time.Duration.ofDays(90);

    private final JdbcClient sql;
    private final JsonMapper json;
    private final InstantSource time;

    ProofStore(JdbcClient sql, JsonMapper json, InstantSource time) {
        this.sql = sql;
        this.json = json;
        this.time = time;
    }

    void keep(Proof proof) {
        var id = Ids.next();
        sql.sql(KEEP)
                .param("id", id)
                .param("at", Items.utc(proof.at()))
                .param("took", proof.tookMillis())
                .param("items", proof.items())
                .param("broken", proof.brokenTotal())
                .param("channels", json.writeValueAsString(proof.channels()))
                .param("by", Actor.current().id())
                .param("now", Items.utc(time.instant()))
                .update();
        for (int no = 0; no < proof.broken().size(); no++) {
            keep(id, no, proof.broken().get(no));
        }
        sql.sql(FORGET).param("before", Items.utc(proof.at().minus(KEPT))).update();
    }

    /** The last runs, newest first. */
    List<Run> last(int limit) {
        return sql.sql(LAST).param("limit", limit).query(this::run).list();
    }

    Optional<Run> latest() {
        return last(1).stream().findFirst();
    }

    /** What a run found, as far as the actor may see the records it is about. */
    List<Proof.Broken> findings(UUID proof) {
        return sql.sql(FINDINGS)
                .param("proof", proof)
                .query((row, n) -> new Proof.Broken(
                        row.getObject("record_id", UUID.class),
                        row.getString("kind"),
                        row.getString("reference"),
                        row.getString("what"),
                        row.getString("remedy")))
                .list();
    }

    private void keep(UUID proof, int no, Proof.Broken broken) {
        sql.sql(KEEP_FINDING)
                .param("id", Ids.next())
                .param("proof", proof)
                .param("no", no)
                .param("record", broken.record())
                .param("kind", broken.kind())
                .param("reference", broken.reference())
                .param("what", broken.what())
                .param("remedy", broken.remedy())
                .param("by", Actor.current().id())
                .param("now", Items.utc(time.instant()))
                .update();
    }

    private Run run(ResultSet row, int n) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                Items.instant(row, "at"),
                row.getLong("took_ms"),
                row.getLong("items"),
                row.getLong("broken"),
                json.readValue(row.getString("channels"), new TypeReference<List<Proof.Channel>>() {}));
    }

    /** A run as kept. */
    record Run(UUID id, Instant at, long tookMillis, long items, long broken, List<Proof.Channel> channels) {}
}
