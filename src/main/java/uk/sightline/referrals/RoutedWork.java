package uk.sightline.referrals;

import static uk.sightline.referrals.ReferralStore.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clock;
import uk.sightline.clocks.Clocks;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.NotAllowed;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;
import uk.sightline.reference.PracticePack;

/**
 * What a decision has put on a receiving team's list: taken by somebody there, then finished with evidence, which stops
 * its clock. Until meetings are kept here, the decision of the daily risk assessment meeting (C04) is recorded on its
 * item by whoever may decide referrals.
 */
@Service
@Transactional
class RoutedWork {

    static final String DRAM = "dram";

    private static final int SHORTEST_EVIDENCE = 10;

    private static final String HOLD = """
            select t.id, t.referral_id, r.reference, r.state as referral_state, t.route, t.team_id, t.clock, t.state, t.version
            from referrals.routing t join referrals.referral r on r.id = t.referral_id
            where t.id = :id for update of t, r
            """;

    private static final String TAKE = """
            update referrals.routing
            set state = 'taken', taken_by = :by, taken_at = :at, owner_id = :by, version = version + 1
            where id = :id
            """;

    private static final String FINISH = """
            update referrals.routing
            set state = 'finished', ended_by = :by, ended_at = :at, outcome = :outcome, evidence = :evidence,
                version = version + 1
            where id = :id
            """;

    private final JdbcClient sql;
    private final Access access;
    private final Colleagues colleagues;
    private final Records records;
    private final Clocks clocks;
    private final Closing closing;
    private final PracticePack pack;
    private final Audit audit;
    private final InstantSource time;

    RoutedWork(
            JdbcClient sql,
            Access access,
            Colleagues colleagues,
            Records records,
            Clocks clocks,
            Closing closing,
            PracticePack pack,
            Audit audit,
            InstantSource time) {
        this.sql = sql;
        this.access = access;
        this.colleagues = colleagues;
        this.records = records;
        this.clocks = clocks;
        this.closing = closing;
        this.pack = pack;
        this.audit = audit;
        this.time = time;
    }

    /** Says that the team has it, and that the actor does it. */
    void take(UUID id, int version) {
        Item item = hold(id, version);
        if (!item.state().equals("waiting")) {
            throw new RuleBroken("Somebody has taken it already.");
        }
        update(TAKE, id);
        records.relate(
                Actor.current().id(),
                item.referral(),
                "owner",
                Set.of(Referrals.KIND),
                "You took it on for your team.",
                null);
        if (clocks.of(item.referral()).stream()
                .filter(Clock::running)
                .allMatch(clock -> clock.rule().equals(item.clock()))) {
            clocks.assign(item.referral(), item.team(), Actor.current().id());
        }
        audit.record(Act.on("accept", Referrals.KIND, item.referral()).detail(item.route()));
    }

    /**
     * Finishes it.
     *
     * @param outcome a code of {@code dram-decision} for the daily meeting; otherwise not asked for
     * @param evidence what was done: it stops the clock
     */
    void finish(UUID id, int version, @Nullable String outcome, String evidence, Late late) {
        Item item = hold(id, version);
        if (item.state().equals("finished") || item.state().equals("withdrawn")) {
            throw new RuleBroken("It is finished already.");
        }
        if (evidence.strip().length() < SHORTEST_EVIDENCE) {
            throw new RuleBroken("evidence", "Say what was done, in at least 10 characters");
        }
        String code = item.route().equals(DRAM) ? meetingDecision(item, outcome) : null;
        late.explain(clocks, item.referral(), item.clock());
        sql.sql(FINISH)
                .param("id", id)
                .param("by", Actor.current().id())
                .param("at", utc(time.instant()))
                .param("outcome", code)
                .param("evidence", evidence.strip())
                .update();
        clocks.stop(item.referral(), item.clock(), evidence.strip());
        audit.record(Act.on("finish", Referrals.KIND, item.referral()).detail(item.route()));
        closing.closeIfDone(item.referral(), item.referralState());
    }

    private String meetingDecision(Item item, @Nullable String outcome) {
        access.require(Action.DECIDE_REFERRAL, item.referral());
        if (outcome == null || !pack.codes("dram-decision").isCurrent(outcome, London.date(time.instant()))) {
            throw new RuleBroken("outcome", "Choose what the meeting decided");
        }
        return outcome;
    }

    private void update(String statement, UUID id) {
        sql.sql(statement)
                .param("id", id)
                .param("by", Actor.current().id())
                .param("at", utc(time.instant()))
                .update();
    }

    private Item hold(UUID id, int version) {
        Item item = sql.sql(HOLD)
                .param("id", id)
                .query((row, n) -> item(row))
                .optional()
                .orElseThrow(NoSuchRecord::new);
        access.require(Action.VIEW, item.referral());
        if (colleagues.myTeams().stream().noneMatch(team -> team.id().equals(item.team()))) {
            throw new NotAllowed("It is on another team's list.");
        }
        if (item.version() != version) {
            throw new StaleVersion();
        }
        return item;
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("referral_id", UUID.class),
                ReferralState.of(row.getString("referral_state")),
                row.getString("route"),
                row.getObject("team_id", UUID.class),
                row.getString("clock"),
                row.getString("state"),
                row.getInt("version"));
    }

    private record Item(
            UUID referral,
            ReferralState referralState,
            String route,
            UUID team,
            String clock,
            String state,
            int version) {}
}
