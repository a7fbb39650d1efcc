package uk.sightline.referrals;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.sightline.access.AccountEnded;

/** What a leaver had in hand goes back to their team's list, in the transaction that ends the account. */
@Component
class Leavers {

    private static final String HAND_BACK = "select referrals.hand_back(:account)";

    private final JdbcClient sql;

    Leavers(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    void handBack(AccountEnded ended) {
        sql.sql(HAND_BACK)
                .param("account", ended.account())
                .query(Integer.class)
                .single();
    }
}
