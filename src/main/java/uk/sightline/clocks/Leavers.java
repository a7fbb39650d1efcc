package uk.sightline.clocks;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.AccountEnded;

/** The running clocks of somebody who has left go back to their team's list, in the transaction in which they leave. */
@Component
class Leavers {

    private static final String HAND_BACK = "select clocks.hand_back(:account)";

    private final JdbcClient sql;

    Leavers(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void left(AccountEnded left) {
        sql.sql(HAND_BACK).param("account", left.account()).query(Integer.class).single();
    }
}
