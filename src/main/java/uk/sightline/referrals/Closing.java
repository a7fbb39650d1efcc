package uk.sightline.referrals;

import static uk.sightline.referrals.ReferralStore.utc;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.sightline.access.Records;
import uk.sightline.clocks.Clock;
import uk.sightline.clocks.Clocks;

/**
 * Ends the sight of those who have done their part, and closes a referral when nothing is left to do: every subject
 * identified (or recorded as not identifiable, with why), the referrer told, nothing waiting on another team's list, and
 * no clock running, such as that of immediate danger.
 */
@Component
class Closing {

    private static final String CLOSE = """
            update referrals.referral r
            set state = 'closed', closed_at = :at, version = version + 1
            where r.id = :id and r.state = 'answered'
              and not exists (select from referrals.subject s where s.referral_id = r.id and s.state = 'unmatched')
              and exists (select from referrals.answer a where a.referral_id = r.id)
              and not exists (select from referrals.routing t
                              where t.referral_id = r.id and t.state in ('waiting', 'taken'))
            """;

    private static final String PASSED_TO = """
            select t.team_id, t.owner_id
            from referrals.routing t
            where t.referral_id = :id and t.state in ('waiting', 'taken')
            """;

    private static final String PEOPLE = """
            select distinct s.person_id, r.reference
            from referrals.subject s join referrals.referral r on r.id = s.referral_id
            where s.referral_id = :id and s.person_id is not null
            """;

    private static final Set<String> VIAS = Set.of("team", "owner", "taker");

    private final JdbcClient sql;
    private final Clocks clocks;
    private final Records records;
    private final InstantSource time;

    Closing(JdbcClient sql, Clocks clocks, Records records, InstantSource time) {
        this.sql = sql;
        this.clocks = clocks;
        this.records = records;
        this.time = time;
    }

    void closeIfDone(UUID referral, ReferralState state) {
        if (!state.allows(ReferralAction.CLOSE)) {
            return;
        }
        List<Clock> running =
                clocks.of(referral).stream().filter(Clock::running).toList();
        if (running.isEmpty()) {
            close(referral);
        }
        endSight(referral, atIt(referral, running));
    }

    /** Teams and people who still have something to do there. */
    private Set<UUID> atIt(UUID referral, List<Clock> running) {
        Set<UUID> atIt = new HashSet<>();
        running.forEach(clock -> add(clock.team(), clock.owner(), atIt));
        sql.sql(PASSED_TO)
                .param("id", referral)
                .query((row, n) ->
                        add(row.getObject("team_id", UUID.class), row.getObject("owner_id", UUID.class), atIt))
                .list();
        return atIt;
    }

    private static boolean add(UUID team, @Nullable UUID owner, Set<UUID> to) {
        return to.add(team) | (owner != null && to.add(owner));
    }

    private void endSight(UUID referral, Set<UUID> atIt) {
        records.workDone(referral, VIAS, atIt);
        record Known(UUID person, String reference) {}
        sql.sql(PEOPLE)
                .param("id", referral)
                .query((row, n) -> new Known(row.getObject("person_id", UUID.class), row.getString("reference")))
                .list()
                .forEach(known -> records.workDone(known.person(), Set.of("referral:" + known.reference()), atIt));
    }

    private void close(UUID referral) {
        sql.sql(CLOSE).param("id", referral).param("at", utc(time.instant())).update();
    }
}
