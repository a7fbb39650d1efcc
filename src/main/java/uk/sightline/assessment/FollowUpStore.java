package uk.sightline.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.Ids;
import uk.sightline.platform.StaleVersion;

/** Keeps the decided levels of strands, and what they propose. */
@Repository
class FollowUpStore {

    private static final String STRAND = """
            insert into assessment.strand (assessment_id, strand, calculated, decided)
            values (:assessment, :strand, :calculated, :decided)
            """;

    private static final String NO_STRANDS = "delete from assessment.strand where assessment_id = :assessment";

    private static final String STRANDS = """
            select s.strand, s.calculated, s.decided from assessment.strand s where s.assessment_id = :assessment order by s.strand
            """;

    private static final String ADD = """
            insert into assessment.follow_up (id, assessment_id, no, action, because, state)
            values (:id, :assessment, :no, :action, :because, 'open')
            on conflict (assessment_id, action) do nothing
            """;

    private static final String COLUMNS =
            "f.id, f.assessment_id, f.action, f.because, f.state, f.note, f.decided_by, f.decided_at, f.version";

    private static final String ALL =
            "select " + COLUMNS + " from assessment.follow_up f where f.assessment_id = :assessment order by f.no";

    private static final String ONE = "select " + COLUMNS + " from assessment.follow_up f where f.id = :id for update";

    private static final String DECIDE = """
            update assessment.follow_up
            set state = :state, note = :note, decided_by = :by, decided_at = :at, version = version + 1
            where id = :id and version = :version
            """;

    private final JdbcClient sql;

    FollowUpStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The level of a strand, as calculated and as decided. */
    record StrandLevel(String strand, String calculated, String decided) {}

    void strands(UUID assessment, Map<String, String> calculated, Map<String, String> decided, String none) {
        sql.sql(NO_STRANDS).param("assessment", assessment).update();
        decided.forEach((strand, level) -> sql.sql(STRAND)
                .param("assessment", assessment)
                .param("strand", strand)
                .param("calculated", calculated.getOrDefault(strand, none))
                .param("decided", level)
                .update());
    }

    List<StrandLevel> strands(UUID assessment) {
        return sql.sql(STRANDS)
                .param("assessment", assessment)
                .query(StrandLevel.class)
                .list();
    }

    void add(UUID assessment, int no, String action, String because) {
        sql.sql(ADD)
                .param("id", Ids.next())
                .param("assessment", assessment)
                .param("no", no)
                .param("action", action)
                .param("because", because)
                .update();
    }

    List<FollowUp> of(UUID assessment) {
        return sql.sql(ALL)
                .param("assessment", assessment)
                .query((row, n) -> followUp(row))
                .list();
    }

    Optional<FollowUp> hold(UUID id) {
        return sql.sql(ONE).param("id", id).query((row, n) -> followUp(row)).optional();
    }

    void decide(FollowUp row, String state, String note, UUID by, Instant at) {
        StaleVersion.unlessOne(sql.sql(DECIDE)
                .param("id", row.id())
                .param("version", row.version())
                .param("state", state)
                .param("note", note)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update());
    }

    private static FollowUp followUp(ResultSet row) throws SQLException {
        return new FollowUp(
                row.getObject("id", UUID.class),
                row.getObject("assessment_id", UUID.class),
                row.getString("action"),
                row.getString("because"),
                row.getString("state"),
                row.getString("note"),
                row.getObject("decided_by", UUID.class),
                AssessmentStore.instant(row, "decided_at"),
                row.getInt("version"));
    }
}
