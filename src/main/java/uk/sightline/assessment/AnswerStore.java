package uk.sightline.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.levels.Said;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/** What is answered in an assessment: only ever added; the latest counts. */
@Repository
class AnswerStore {

    private static final String ANSWERS = """
            select distinct on (a.indicator) a.id, a.indicator, a.said, a.judged, a.last_seen, a.earlier, a.source, a.note,
                   a.taken_from, a.created_by, a.created_at
            from assessment.answer a where a.assessment_id = :id order by a.indicator, a.no desc
            """;

    private static final String ANSWER = """
            insert into assessment.answer
              (id, assessment_id, indicator, said, judged, last_seen, earlier, source, note, taken_from, created_by, created_at)
            values (:id, :assessment, :indicator, :said, :judged, :seen::date, :earlier, :source, :note, :from, :by, :at)
            """;

    private static final String ANALYSES = """
            select distinct on (a.domain) a.id, a.domain, a.body, a.protective, a.created_by, a.created_at
            from assessment.analysis a where a.assessment_id = :id order by a.domain, a.no desc
            """;

    private static final String ANALYSE = """
            insert into assessment.analysis (id, assessment_id, domain, body, protective, created_by, created_at)
            values (:id, :assessment, :domain, :body, :protective::text[], :by, :at)
            """;

    private static final String REPLIES = """
            select distinct on (r.prompt, r.question) r.id, r.prompt, r.question, r.body, r.codes, r.taken_from, r.created_by,
                   r.created_at
            from assessment.reply r where r.assessment_id = :id order by r.prompt, r.question, r.no desc
            """;

    private static final String REPLY = """
            insert into assessment.reply
              (id, assessment_id, prompt, question, body, codes, taken_from, created_by, created_at)
            values (:id, :assessment, :prompt, :question, :body, :codes::text[], :from, :by, :at)
            """;

    private final JdbcClient sql;
    private final InstantSource time;

    AnswerStore(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    /** What was made of a domain last. */
    record Analysis(UUID id, String domain, String body, Set<String> protective, UUID by, Instant at) {}

    /** What was answered to a question last. */
    record Reply(
            UUID id,
            String prompt,
            String question,
            @Nullable String body,
            Set<String> codes,
            @Nullable String takenFrom,
            UUID by,
            Instant at) {}

    /** By the indicator's code. */
    Map<String, Answered> answers(UUID assessment) {
        Map<String, Answered> answers = new LinkedHashMap<>();
        sql.sql(ANSWERS)
                .param("id", assessment)
                .query((row, n) -> answered(row))
                .list()
                .forEach(each -> answers.put(each.indicator(), each));
        return answers;
    }

    void answer(UUID assessment, Answered.Typed typed, @Nullable String takenFrom) {
        sql.sql(ANSWER)
                .param("id", Ids.next())
                .param("assessment", assessment)
                .param("indicator", typed.indicator())
                .param("said", typed.said().code())
                .param("judged", typed.judged())
                .param(
                        "seen",
                        typed.lastSeen() == null ? null : typed.lastSeen().toString())
                .param("earlier", typed.earlier())
                .param("source", typed.source())
                .param("note", typed.note())
                .param("from", takenFrom)
                .param("by", Actor.current().id())
                .param("at", now())
                .update();
    }

    /** By the domain's key. */
    Map<String, Analysis> analyses(UUID assessment) {
        Map<String, Analysis> analyses = new LinkedHashMap<>();
        sql.sql(ANALYSES)
                .param("id", assessment)
                .query((row, n) -> new Analysis(
                        row.getObject("id", UUID.class),
                        row.getString("domain"),
                        row.getString("body"),
                        texts(row, "protective"),
                        row.getObject("created_by", UUID.class),
                        row.getTimestamp("created_at").toInstant()))
                .list()
                .forEach(each -> analyses.put(each.domain(), each));
        return analyses;
    }

    void analyse(UUID assessment, String domain, String body, Collection<String> protective) {
        sql.sql(ANALYSE)
                .param("id", Ids.next())
                .param("assessment", assessment)
                .param("domain", domain)
                .param("body", body)
                .param("protective", protective.toArray(String[]::new))
                .param("by", Actor.current().id())
                .param("at", now())
                .update();
    }

    List<Reply> replies(UUID assessment) {
        return sql.sql(REPLIES)
                .param("id", assessment)
                .query((row, n) -> new Reply(
                        row.getObject("id", UUID.class),
                        row.getString("prompt"),
                        row.getString("question"),
                        row.getString("body"),
                        texts(row, "codes"),
                        row.getString("taken_from"),
                        row.getObject("created_by", UUID.class),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    void reply(
            UUID assessment,
            String prompt,
            String question,
            @Nullable String body,
            Collection<String> codes,
            @Nullable String takenFrom) {
        sql.sql(REPLY)
                .param("id", Ids.next())
                .param("assessment", assessment)
                .param("prompt", prompt)
                .param("question", question)
                .param("body", body)
                .param("codes", codes.toArray(String[]::new))
                .param("from", takenFrom)
                .param("by", Actor.current().id())
                .param("at", now())
                .update();
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }

    private static Answered answered(ResultSet row) throws SQLException {
        return new Answered(
                row.getObject("id", UUID.class),
                row.getString("indicator"),
                Said.of(row.getString("said")).orElseThrow(),
                row.getString("judged"),
                row.getObject("last_seen", LocalDate.class),
                row.getBoolean("earlier"),
                row.getString("source"),
                row.getString("note"),
                row.getString("taken_from"),
                row.getObject("created_by", UUID.class),
                row.getTimestamp("created_at").toInstant());
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
