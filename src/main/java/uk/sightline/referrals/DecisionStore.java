package uk.sightline.referrals;

import static uk.sightline.referrals.DecisionForm.text;
import static uk.sightline.referrals.ReferralStore.utc;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.reference.PracticePack;

/** Writes decisions and what they pass on. Decisions are only ever added. */
@Repository
class DecisionStore {

    private static final String ADD = """
            insert into referrals.decision
              (id, referral_id, no, outcome, their_level, our_level, reason, revised_why, actions, duplicate_of, edition,
               created_by, created_at)
            select :id, :referral, coalesce(max(d.no), 0) + 1, :outcome, :theirs, :ours, :reason, :revised, :actions,
                   :duplicate::uuid, :edition, :by, :at
            from referrals.decision d where d.referral_id = :referral
            """;

    private static final String PASS_ON = """
            insert into referrals.routing
              (id, referral_id, decision_id, route, team_id, clock, due_at, state, created_by, created_at)
            values (:id, :referral, :decision, :route, :team, :clock, :due, 'waiting', :by, :at)
            """;

    private static final String WITHDRAW = """
            update referrals.routing
            set state = 'withdrawn', ended_by = :by, ended_at = :at, version = version + 1
            where referral_id = :referral and state in ('waiting', 'taken')
            returning clock, team_id
            """;

    private static final String PEOPLE = """
            select distinct s.person_id from referrals.subject s
            where s.referral_id = :referral and s.person_id is not null
            """;

    private static final String BY_REFERENCE = "select r.id from referrals.referral r where r.reference = :reference";

    private final JdbcClient sql;
    private final PracticePack pack;
    private final InstantSource time;

    DecisionStore(JdbcClient sql, PracticePack pack, InstantSource time) {
        this.sql = sql;
        this.pack = pack;
        this.time = time;
    }

    UUID add(ReferralRow row, DecisionForm form, boolean revises, @Nullable UUID duplicateOf) {
        UUID id = Ids.next();
        sql.sql(ADD)
                .param("id", id)
                .param("referral", row.id())
                .param("outcome", text(form.outcome()))
                .param("theirs", row.theirLevel())
                .param("ours", form.ourLevel())
                .param("reason", text(form.reason()))
                .param("revised", revises ? text(form.revisedWhy()) : null)
                .param("actions", text(form.actions()))
                .param("duplicate", duplicateOf)
                .param("edition", pack.edition().name() + " " + pack.edition().version())
                .param("by", Actor.current().id())
                .param("at", utc(now()))
                .update();
        return id;
    }

    void passOn(UUID referral, UUID decision, Outcomes.Outcome outcome, UUID team, Instant due) {
        sql.sql(PASS_ON)
                .param("id", Ids.next())
                .param("referral", referral)
                .param("decision", decision)
                .param("route", outcome.route())
                .param("team", team)
                .param("clock", outcome.clock())
                .param("due", utc(due))
                .param("by", Actor.current().id())
                .param("at", utc(now()))
                .update();
    }

    /** Takes what an earlier decision passed on from the receiving team's list; says which clock ran there. */
    Optional<Withdrawn> withdraw(UUID referral) {
        return sql.sql(WITHDRAW)
                .param("referral", referral)
                .param("by", Actor.current().id())
                .param("at", utc(now()))
                .query((row, n) -> new Withdrawn(row.getString("clock"), row.getObject("team_id", UUID.class)))
                .optional();
    }

    /** The people its subjects turned out to be. */
    List<UUID> people(UUID referral) {
        return sql.sql(PEOPLE).param("referral", referral).query(UUID.class).list();
    }

    /** A referral that the actor may know of. */
    Optional<UUID> byReference(String reference) {
        return sql.sql(BY_REFERENCE)
                .param("reference", reference)
                .query(UUID.class)
                .optional();
    }

    private Instant now() {
        return time.instant();
    }

    /** Work that was taken off a team's list. */
    record Withdrawn(String clock, UUID team) {}
}
