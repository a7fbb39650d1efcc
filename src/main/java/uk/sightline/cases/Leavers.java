package uk.sightline.cases;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.sightline.access.AccountEnded;

/** A leaver's places are empty from the transaction that ends the account; the page says since when. */
@Component
class Leavers {

    private static final String VACATE = "select cases.vacate(:account)";

    private final JdbcClient sql;

    Leavers(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    void vacate(AccountEnded ended) {
        sql.sql(VACATE).param("account", ended.account()).query(Integer.class).single();
    }
}
