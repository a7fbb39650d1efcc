package uk.sightline.referrals;

import static uk.sightline.referrals.ReferralStore.utc;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.sightline.clocks.Clock;
import uk.sightline.clocks.Clocks;

/**
 * Closes a referral when nothing is left to do: every subject identified (or recorded as not identifiable, with why), the
 * referrer told, nothing waiting on another team's list, and no clock running, such as that of immediate danger.
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

    private final JdbcClient sql;
    private final Clocks clocks;
    private final InstantSource time;

    Closing(JdbcClient sql, Clocks clocks, InstantSource time) {
        this.sql = sql;
        this.clocks = clocks;
        this.time = time;
    }

    void closeIfDone(UUID referral, ReferralState state) {
        if (state.allows(ReferralAction.CLOSE) && clocks.of(referral).stream().noneMatch(Clock::running)) {
            close(referral);
        }
    }

    private void close(UUID referral) {
        sql.sql(CLOSE).param("id", referral).param("at", utc(time.instant())).update();
    }
}
