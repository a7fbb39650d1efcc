package uk.sightline.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.access.Colleagues;
import uk.sightline.referrals.TriagePage.CustodyLine;
import uk.sightline.referrals.TriagePage.DecisionLine;
import uk.sightline.referrals.TriagePage.Earlier;
import uk.sightline.referrals.TriagePage.NoteLine;
import uk.sightline.referrals.TriagePage.RoutingLine;

/** Reads what stands beside a referral. */
@Repository
class TriageRows {

    private static final String DECISIONS = """
            select d.no, d.outcome, d.their_level, d.our_level, d.reason, d.revised_why, d.actions, d.created_by, d.created_at
            from referrals.decision d where d.referral_id = :id order by d.no
            """;

    private static final String ANSWERS = """
            select a.id, a.decision_id, a.body, a.how, a.told, a.document_id, a.created_by, a.created_at
            from referrals.answer a where a.referral_id = :id order by a.created_at, a.id
            """;

    private static final String ROUTINGS = """
            select t.id, t.route, t.team_id, t.state, t.due_at, t.outcome, t.evidence
            from referrals.routing t where t.referral_id = :id order by t.created_at
            """;

    private static final String NOTES = """
            select n.kind, n.body, n.created_by, n.created_at
            from referrals.note n where n.referral_id = :id order by n.created_at, n.id
            """;

    private static final String CUSTODY = """
            select c.how, c.team_id, c.owner_id, c.why, c.created_at
            from referrals.custody c where c.referral_id = :id order by c.created_at, c.id
            """;

    private static final String JUDGED = """
            select distinct on (j.person_id) j.person_id, j.verdict
            from referrals.judgement j
            where j.subject_id = :subject and j.person_id is not null
            order by j.person_id, j.created_at desc
            """;

    private static final String EARLIER = """
            select r.id, r.reference, r.received_at, r.strands, r.state, r.outcome, s.person_id
            from referrals.subject s join referrals.referral r on r.id = s.referral_id
            where s.person_id = any (:people::uuid[]) and r.id <> :id
            order by r.received_at desc, r.id limit 20
            """;

    private final JdbcClient sql;
    private final Colleagues colleagues;

    TriageRows(JdbcClient sql, Colleagues colleagues) {
        this.sql = sql;
        this.colleagues = colleagues;
    }

    List<DecisionLine> decisions(UUID id) {
        Function<UUID, String> names = names();
        return sql.sql(DECISIONS)
                .param("id", id)
                .query((row, n) -> new DecisionLine(
                        row.getInt("no"),
                        row.getString("outcome"),
                        row.getInt("their_level"),
                        row.getInt("our_level"),
                        row.getString("reason"),
                        row.getString("revised_why"),
                        row.getString("actions"),
                        names.apply(row.getObject("created_by", UUID.class)),
                        at(row, "created_at")))
                .list();
    }

    List<AnswerStore.Kept> answers(UUID id) {
        return sql.sql(ANSWERS)
                .param("id", id)
                .query((row, n) -> AnswerStore.kept(row))
                .list();
    }

    List<RoutingLine> routings(UUID id) {
        List<UUID> mine = colleagues.myTeams().stream().map(Colleagues.Team::id).toList();
        return sql.sql(ROUTINGS)
                .param("id", id)
                .query((row, n) -> new RoutingLine(
                        row.getObject("id", UUID.class),
                        row.getString("route"),
                        team(row.getObject("team_id", UUID.class)),
                        mine.contains(row.getObject("team_id", UUID.class)),
                        row.getString("state"),
                        at(row, "due_at"),
                        row.getString("outcome"),
                        row.getString("evidence")))
                .list();
    }

    List<NoteLine> notes(UUID id) {
        Function<UUID, String> names = names();
        return sql.sql(NOTES)
                .param("id", id)
                .query((row, n) -> new NoteLine(
                        row.getString("kind"),
                        row.getString("body"),
                        names.apply(row.getObject("created_by", UUID.class)),
                        at(row, "created_at")))
                .list();
    }

    List<CustodyLine> custody(UUID id) {
        Function<UUID, String> names = names();
        return sql.sql(CUSTODY)
                .param("id", id)
                .query((row, n) -> {
                    UUID owner = row.getObject("owner_id", UUID.class);
                    return new CustodyLine(
                            row.getString("how"),
                            team(row.getObject("team_id", UUID.class)),
                            owner == null ? "" : names.apply(owner),
                            row.getString("why"),
                            at(row, "created_at"));
                })
                .list();
    }

    /** The latest judgement of each candidate. */
    Map<UUID, String> judged(UUID subject) {
        Map<UUID, String> verdicts = new HashMap<>();
        sql.sql(JUDGED)
                .param("subject", subject)
                .query((row, n) -> verdicts.put(row.getObject("person_id", UUID.class), row.getString("verdict")))
                .list();
        return verdicts;
    }

    /** Other referrals about these people that the actor may know of. */
    List<Earlier> earlier(UUID id, Collection<UUID> people) {
        return sql.sql(EARLIER)
                .param("id", id)
                .param("people", people.toArray(UUID[]::new))
                .query((row, n) -> new Earlier(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        at(row, "received_at"),
                        Arrays.asList((String[]) row.getArray("strands").getArray()),
                        ReferralState.of(row.getString("state")),
                        row.getString("outcome"),
                        row.getObject("person_id", UUID.class)))
                .list();
    }

    String name(@Nullable UUID account) {
        return account == null ? "Nobody yet" : names().apply(account);
    }

    String team(UUID team) {
        return colleagues.team(team).map(Colleagues.Team::label).orElse("Another team");
    }

    private Function<UUID, String> names() {
        Map<UUID, String> known = new HashMap<>();
        return id -> known.computeIfAbsent(
                id,
                each -> colleagues.find(each).map(Colleagues.Colleague::name).orElse("A colleague"));
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
