package uk.sightline.referrals;

import static uk.sightline.referrals.ReferralStore.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.StaleVersion;

/** Holds one referral while it is changed: first the policy is asked, then the version, then the state. */
@Repository
class Work {

    private static final String HOLD = """
            select r.id, r.reference, r.about, r.their_level, r.danger, r.state, r.outcome, r.team_id, r.owner_id, r.clock,
                   r.referrer_id, r.referrer_name, r.referrer_agency, r.referrer_email, r.received_at, r.version
            from referrals.referral r where r.id = :id for update
            """;

    private static final String MOVE = """
            update referrals.referral
            set state = :state, version = version + 1,
                answered_at = case when :state = 'answered' then :at::timestamptz else answered_at end,
                closed_at = case when :state = 'closed' then :at::timestamptz end
            where id = :id
            """;

    private static final String DECIDE = """
            update referrals.referral
            set state = 'decided', outcome = :outcome, our_level = :level, decided_at = :at, answered_at = null,
                due_at = coalesce(:due::timestamptz, due_at),
                closed_at = null, version = version + 1
            where id = :id
            """;

    private static final String GIVE = """
            update referrals.referral set team_id = :team, owner_id = :owner::uuid, version = version + 1 where id = :id
            """;

    private static final String CUSTODY = """
            insert into referrals.custody (id, referral_id, team_id, owner_id, how, why, created_by, created_at)
            values (:id, :referral, :team, :owner::uuid, :how, :why, :by, :at)
            """;

    private static final String NOTE = """
            insert into referrals.note (id, referral_id, kind, body, created_by, created_at)
            values (:id, :referral, :kind, :body, :by, :at)
            """;

    private final JdbcClient sql;
    private final Access access;
    private final InstantSource time;

    Work(JdbcClient sql, Access access, InstantSource time) {
        this.sql = sql;
        this.access = access;
        this.time = time;
    }

    /**
     * Holds a referral that the actor may see and do this to.
     *
     * @param version the one that the form was opened with
     * @throws NoSuchRecord when it is not there for the actor
     * @throws StaleVersion when somebody changed it since
     */
    ReferralRow hold(UUID id, Action action, int version) {
        ReferralRow row = hold(id, action);
        if (row.version() != version) {
            throw new StaleVersion();
        }
        return row;
    }

    /** The same for an act that stands beside what others change, such as a note. */
    ReferralRow hold(UUID id, Action action) {
        access.require(action, id);
        return sql.sql(HOLD)
                .param("id", id)
                .query((row, n) -> row(row))
                .optional()
                .orElseThrow(NoSuchRecord::new);
    }

    void move(ReferralRow row, ReferralState to) {
        sql.sql(MOVE)
                .param("id", row.id())
                .param("state", to.code())
                .param("at", utc(now()))
                .update();
    }

    /** @param due when the referrer is to be told of a revised decision; null: as it was */
    void decide(ReferralRow row, String outcome, int level, @Nullable Instant due) {
        sql.sql(DECIDE)
                .param("id", row.id())
                .param("outcome", outcome)
                .param("level", level)
                .param("due", due == null ? null : utc(due))
                .param("at", utc(now()))
                .update();
    }

    /** Makes it the work of a team, and of somebody in it or nobody yet. */
    void give(UUID referral, UUID team, @Nullable UUID owner, String how, @Nullable String why) {
        sql.sql(GIVE)
                .param("id", referral)
                .param("team", team)
                .param("owner", owner)
                .update();
        sql.sql(CUSTODY)
                .param("id", Ids.next())
                .param("referral", referral)
                .param("team", team)
                .param("owner", owner)
                .param("how", how)
                .param("why", why)
                .param("by", Actor.current().id())
                .param("at", utc(now()))
                .update();
    }

    void note(UUID referral, String kind, String body) {
        sql.sql(NOTE)
                .param("id", Ids.next())
                .param("referral", referral)
                .param("kind", kind)
                .param("body", body)
                .param("by", Actor.current().id())
                .param("at", utc(now()))
                .update();
    }

    private Instant now() {
        return time.instant();
    }

    private static ReferralRow row(ResultSet row) throws SQLException {
        return new ReferralRow(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("about"),
                row.getInt("their_level"),
                row.getBoolean("danger"),
                ReferralState.of(row.getString("state")),
                row.getString("outcome"),
                row.getObject("team_id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("clock"),
                row.getObject("referrer_id", UUID.class),
                row.getString("referrer_name"),
                row.getString("referrer_agency"),
                row.getString("referrer_email"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
