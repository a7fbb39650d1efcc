package uk.sightline.clocks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Colleague;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/**
 * Who is told about a clock. A step of the ladder names roles; the owner is told in person, a team and a clock without
 * an owner on the team's list. Every role above the owner is told to those of the team who may assign the record; the
 * pack names no post for a head of service or a director, so the notice says whom they are to fetch. Where nobody may
 * assign, the team is told: a step is never taken in silence.
 */
@Repository
public class Tellings {

    static final String OWNER = "owner";
    static final String TEAM = "team";
    static final String MANAGER = "manager";

    /** The place of a refusal in the notices, which is no step of the ladder. */
    private static final int DECLINED = -1;

    private static final String TELL = """
            insert into clocks.notice (id, clock_id, subject_id, team_id, account_id, rung, role, at)
            values (:id, :clock, :subject, :team, :account::uuid, :rung, :role, :at)
            on conflict (clock_id, rung, role, (coalesce(account_id, team_id))) do nothing
            """;

    private static final String SEEN = """
            update clocks.notice set seen_at = platform.at() where account_id = :me and seen_at is null
            """;

    private static final String UNMAILED = """
            select n.account_id
            from clocks.notice n join clocks.clock c on c.id = n.clock_id
            where n.account_id is not null and n.mailed_at is null and c.stopped_at is null
            group by n.account_id
            having not exists (select from clocks.notice d where d.account_id = n.account_id and d.mailed_at >= :since)
            order by n.account_id
            """;

    private static final String MAILED = """
            update clocks.notice set mailed_at = platform.at() where account_id = :account and mailed_at is null
            """;

    private final JdbcClient sql;
    private final Colleagues colleagues;
    private final Access access;

    Tellings(JdbcClient sql, Colleagues colleagues, Access access) {
        this.sql = sql;
        this.colleagues = colleagues;
        this.access = access;
    }

    /** Marks all that the actor was told as read. */
    @Transactional
    public void seen() {
        sql.sql(SEEN).param("me", Actor.current().id()).update();
    }

    /** Who was told something about running clocks that no message has mentioned, and has had no message since then. */
    @Transactional
    public List<UUID> unmailed(Instant since) {
        return sql.sql(UNMAILED)
                .param("since", ClockStore.utc(since))
                .query(UUID.class)
                .list();
    }

    /**
     * Counts what somebody was told as mentioned in a message that the running transaction sends.
     *
     * @return how many notices; none when another worker has been there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int mailed(UUID account) {
        return sql.sql(MAILED).param("account", account).update();
    }

    void escalated(Clock clock, int rung, String role, Instant at) {
        var people = people(clock, role);
        if (people.isEmpty()) {
            tell(clock, null, rung, role, at);
        }
        people.forEach(account -> tell(clock, account, rung, role, at));
    }

    void declined(Clock clock, Instant at) {
        escalated(clock, DECLINED, MANAGER, at);
    }

    private List<UUID> people(Clock clock, String role) {
        return switch (role) {
            case OWNER -> Optional.ofNullable(clock.owner()).stream().toList();
            case TEAM -> List.of();
            default ->
                colleagues.members(clock.team()).stream()
                        .map(Colleague::id)
                        .filter(id -> access.decide(id, Action.ASSIGN, clock.subject())
                                .allowed())
                        .toList();
        };
    }

    private void tell(Clock clock, @Nullable UUID account, int rung, String role, Instant at) {
        sql.sql(TELL)
                .param("id", Ids.next())
                .param("clock", clock.id())
                .param("subject", clock.subject())
                .param("team", clock.team())
                .param("account", account)
                .param("rung", rung)
                .param("role", role)
                .param("at", ClockStore.utc(at))
                .update();
    }
}
