package uk.sightline.referrals;

import static uk.sightline.referrals.ReferralStore.utc;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.sightline.platform.RuleBroken;

/**
 * Closes a referral when nothing is left to do: every subject identified (or recorded as not identifiable, with why), the
 * referrer told, and nothing waiting on another team's list.
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
    private final InstantSource time;

    Closing(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    void closeIfDone(UUID referral, ReferralState state) {
        if (state.allows(ReferralAction.CLOSE)) {
            close(referral);
        }
    }

    /** @throws RuleBroken when something is left to do */
    void closeNow(UUID referral, ReferralState state) {
        state.step(ReferralAction.CLOSE);
        if (close(referral) != 1) {
            throw new RuleBroken("Something is left to do on this referral, so it cannot be closed.");
        }
    }

    private int close(UUID referral) {
        return sql.sql(CLOSE)
                .param("id", referral)
                .param("at", utc(time.instant()))
                .update();
    }
}
