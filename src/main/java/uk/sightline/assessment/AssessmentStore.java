package uk.sightline.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.StaleVersion;

/** Reads and moves assessments; what is answered in them is for {@link AnswerStore}. */
@Repository
class AssessmentStore {

    private static final String COLUMNS = """
            a.id, a.reference, a.person_id, a.kind, a.tool, a.tool_version, a.why, a.about_on, a.missing, a.state, a.from_id,
            a.team_id, a.started_by, a.started_at, a.calculated, a.points, a.provisional, a.decided, a.decided_why, a.variance,
            a.decided_by, a.decided_at, a.countersigned_by, a.countersigned_at, a.manager_note, a.given_back_why, a.ended_at,
            a.ended_why, a.version
            """;

    private static final String ONE = "select " + COLUMNS + " from assessment.assessment a where a.id = :id";

    private static final String HOLD = ONE + " for update";

    private static final String OF_PERSON = "select " + COLUMNS
            + " from assessment.assessment a where a.person_id = :person order by a.started_at desc, a.id";

    private static final String ADD = """
            insert into assessment.assessment
              (id, reference, person_id, kind, tool, tool_version, why, about_on, state, from_id, team_id, started_by, started_at)
            values (:id, :reference, :person, :kind, :tool, :version, :why, :on, 'draft', :from::uuid, :team, :by, :at)
            """;

    private static final String ABOUT = """
            update assessment.assessment set why = :why, missing = :missing, about_on = :on, version = version + 1
            where id = :id and version = :version
            """;

    private static final String DECIDE = """
            update assessment.assessment
            set state = :state, calculated = :calculated, points = :points, provisional = :provisional, decided = :decided,
                decided_why = :why, variance = :variance, decided_by = :by, decided_at = :at, given_back_why = null,
                edition = :edition, version = version + 1
            where id = :id and version = :version
            """;

    private static final String COUNTERSIGN = """
            update assessment.assessment
            set state = 'active', countersigned_by = :by, countersigned_at = :at, manager_note = :note, version = version + 1
            where id = :id and version = :version
            """;

    private static final String GIVE_BACK = """
            update assessment.assessment
            set state = 'draft', calculated = null, points = null, provisional = null, decided = null, decided_why = null,
                variance = null, decided_by = null, decided_at = null, given_back_why = :why, version = version + 1
            where id = :id and version = :version
            """;

    private static final String END = """
            update assessment.assessment
            set state = :state, ended_at = :at, ended_why = :why, version = version + 1
            where id = :id and version = :version
            """;

    private final JdbcClient sql;

    AssessmentStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<AssessmentRow> find(UUID id) {
        return sql.sql(ONE).param("id", id).query((row, n) -> row(row)).optional();
    }

    Optional<AssessmentRow> hold(UUID id) {
        return sql.sql(HOLD).param("id", id).query((row, n) -> row(row)).optional();
    }

    /** Newest first. */
    List<AssessmentRow> ofPerson(UUID person) {
        return sql.sql(OF_PERSON)
                .param("person", person)
                .query((row, n) -> row(row))
                .list();
    }

    /** @param begun what is known at the beginning */
    void add(AssessmentRow begun) {
        sql.sql(ADD)
                .param("id", begun.id())
                .param("reference", begun.reference())
                .param("person", begun.personId())
                .param("kind", begun.kind())
                .param("tool", begun.tool())
                .param("version", begun.toolVersion())
                .param("why", begun.why())
                .param("on", begun.aboutOn())
                .param("from", begun.from())
                .param("team", begun.team())
                .param("by", begun.startedBy())
                .param("at", utc(begun.startedAt()))
                .update();
    }

    void about(AssessmentRow row, String why, int missing, LocalDate on) {
        StaleVersion.unlessOne(sql.sql(ABOUT)
                .param("id", row.id())
                .param("version", row.version())
                .param("why", why)
                .param("missing", missing)
                .param("on", on)
                .update());
    }

    void decide(AssessmentRow row, AssessmentState to, Decided decided, Instant at) {
        StaleVersion.unlessOne(sql.sql(DECIDE)
                .param("id", row.id())
                .param("version", row.version())
                .param("state", to.code())
                .param("calculated", decided.weighing().level())
                .param("points", decided.weighing().points())
                .param("provisional", decided.weighing().provisional())
                .param("decided", decided.level())
                .param("why", decided.why())
                .param("variance", decided.variance())
                .param("by", decided.by())
                .param("edition", decided.edition())
                .param("at", utc(at))
                .update());
    }

    void countersign(AssessmentRow row, UUID by, String note, Instant at) {
        StaleVersion.unlessOne(sql.sql(COUNTERSIGN)
                .param("id", row.id())
                .param("version", row.version())
                .param("by", by)
                .param("note", note)
                .param("at", utc(at))
                .update());
    }

    void giveBack(AssessmentRow row, String why) {
        StaleVersion.unlessOne(sql.sql(GIVE_BACK)
                .param("id", row.id())
                .param("version", row.version())
                .param("why", why)
                .update());
    }

    void end(AssessmentRow row, AssessmentState to, @Nullable String why, Instant at) {
        StaleVersion.unlessOne(sql.sql(END)
                .param("id", row.id())
                .param("version", row.version())
                .param("state", to.code())
                .param("why", why)
                .param("at", utc(at))
                .update());
    }

    private static java.time.OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static AssessmentRow row(ResultSet row) throws SQLException {
        return new AssessmentRow(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getObject("person_id", UUID.class),
                row.getString("kind"),
                row.getString("tool"),
                row.getString("tool_version"),
                row.getString("why"),
                row.getObject("about_on", LocalDate.class),
                row.getInt("missing"),
                AssessmentState.of(row.getString("state")),
                row.getObject("from_id", UUID.class),
                row.getObject("team_id", UUID.class),
                row.getObject("started_by", UUID.class),
                row.getTimestamp("started_at").toInstant(),
                row.getString("calculated"),
                row.getObject("points", Integer.class),
                row.getBoolean("provisional"),
                row.getString("decided"),
                row.getString("decided_why"),
                row.getString("variance"),
                row.getObject("decided_by", UUID.class),
                instant(row, "decided_at"),
                row.getObject("countersigned_by", UUID.class),
                instant(row, "countersigned_at"),
                row.getString("manager_note"),
                row.getString("given_back_why"),
                instant(row, "ended_at"),
                row.getString("ended_why"),
                row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
