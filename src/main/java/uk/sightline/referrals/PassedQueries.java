package uk.sightline.referrals;

import static uk.sightline.referrals.TriageRows.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.platform.NoSuchRecord;

/** What decisions have passed to the actor's teams. */
@Repository
class PassedQueries {

    private static final String ITEM = """
            select t.id, t.referral_id, r.reference, t.route, t.team_id, t.owner_id, t.clock, t.due_at, t.state, t.created_at,
                   t.outcome, t.evidence, t.version, r.strands, r.our_level, r.form::text as form, d.reason, d.actions
            from referrals.routing t
            join referrals.referral r on r.id = t.referral_id
            join referrals.decision d on d.id = t.decision_id
            """;

    private static final String LIST = ITEM + """
            where t.state in ('waiting', 'taken') and t.team_id = any (:teams::uuid[])
            order by t.due_at, t.id limit 500
            """;

    private static final String ONE = ITEM + "where t.id = :id and t.team_id = any (:teams::uuid[])";

    private static final String OF_REFERRAL = """
            select t.id from referrals.routing t
            where t.referral_id = :referral and t.team_id = any (:teams::uuid[])
            order by t.created_at desc limit 1
            """;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Colleagues colleagues;
    private final TriageRows rows;
    private final Clocks clocks;
    private final DueTimes due;
    private final Labels labels;
    private final Access access;
    private final Audit audit;
    private final InstantSource time;

    PassedQueries(
            JdbcClient sql,
            JsonMapper json,
            Colleagues colleagues,
            TriageRows rows,
            Clocks clocks,
            DueTimes due,
            Labels labels,
            Access access,
            Audit audit,
            InstantSource time) {
        this.sql = sql;
        this.json = json;
        this.colleagues = colleagues;
        this.rows = rows;
        this.clocks = clocks;
        this.due = due;
        this.labels = labels;
        this.access = access;
        this.audit = audit;
        this.time = time;
    }

    @Transactional
    List<Passed> list() {
        audit.record(Act.of("list", Referrals.KIND).detail("passed to team"));
        return sql.sql(LIST)
                .param("teams", teams())
                .query((row, n) -> passed(row))
                .list();
    }

    /** @throws NoSuchRecord when it is on no list of the actor's */
    @Transactional
    Passed one(UUID id) {
        Passed passed = sql.sql(ONE)
                .param("id", id)
                .param("teams", teams())
                .query((row, n) -> passed(row))
                .optional()
                .orElseThrow(NoSuchRecord::new);
        audit.viewed(Referrals.KIND, passed.referral());
        return passed;
    }

    /** Whether its limit was missed and nobody has said why. */
    @Transactional
    boolean late(Passed passed) {
        return clocks.needsBreachReason(passed.referral(), passed.clock());
    }

    /** Whether the actor may record what a meeting decided on it. */
    @Transactional
    boolean mayFinish(Passed passed) {
        return !passed.route().equals(RoutedWork.DRAM)
                || access.decide(Action.DECIDE_REFERRAL, passed.referral()).allowed();
    }

    /** The latest item of a referral on one of the actor's lists. */
    @Transactional
    Optional<UUID> item(UUID referral) {
        return sql.sql(OF_REFERRAL)
                .param("referral", referral)
                .param("teams", teams())
                .query(UUID.class)
                .optional();
    }

    private String teams() {
        return "{"
                + String.join(
                        ",",
                        colleagues.myTeams().stream()
                                .map(team -> team.id().toString())
                                .toList())
                + "}";
    }

    private Passed passed(ResultSet row) throws SQLException {
        Instant due = at(row, "due_at");
        Instant passedAt = at(row, "created_at");
        String clock = row.getString("clock");
        return new Passed(
                row.getObject("id", UUID.class),
                row.getObject("referral_id", UUID.class),
                row.getString("reference"),
                row.getString("route"),
                labels.of("route", row.getString("route")),
                rows.team(row.getObject("team_id", UUID.class)),
                rows.name(row.getObject("owner_id", UUID.class)),
                clock,
                this.due.words(clock, passedAt, due, time.instant()),
                QueuePage.colourOf(this.due
                        .rag(clock, passedAt, due, time.instant())
                        .name()
                        .toLowerCase(java.util.Locale.ROOT)),
                due,
                row.getString("state"),
                passedAt,
                row.getString("outcome"),
                row.getString("evidence"),
                row.getInt("version"),
                Arrays.asList((String[]) row.getArray("strands").getArray()),
                row.getInt("our_level"),
                json.readValue(row.getString("form"), ReferralForm.class),
                row.getString("reason"),
                row.getString("actions"));
    }

    /** An item on a receiving team's list, with the decision that put it there. */
    record Passed(
            UUID id,
            UUID referral,
            String reference,
            String route,
            String routeLabel,
            String team,
            String owner,
            String clock,
            String left,
            String colour,
            Instant dueAt,
            String state,
            Instant passedAt,
            @Nullable String outcome,
            @Nullable String evidence,
            int version,
            List<String> strands,
            int level,
            ReferralForm form,
            String reason,
            @Nullable String actions) {

        boolean live() {
            return state.equals("waiting") || state.equals("taken");
        }
    }
}
