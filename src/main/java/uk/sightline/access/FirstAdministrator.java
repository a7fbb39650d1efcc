package uk.sightline.access;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.platform.Actor;

/** Tells whoever starts an installation that has nobody yet how somebody gets in. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "sightline.demo", havingValue = "false")
class FirstAdministrator implements ApplicationRunner {

    private static final String ANYBODY = "select exists (select from access.account where kind = 'person')";

    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    FirstAdministrator(JdbcClient sql, TransactionTemplate transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean anybody = Actor.job(SignIns.JOB, "sign-in")
                .call(() -> Boolean.TRUE.equals(transactions.execute(
                        status -> sql.sql(ANYBODY).query(Boolean.class).single())));
        if (!anybody) {
            System.out.println("Nobody has an account yet. Make the first administrator:");
            System.out.println("./sightline invite-administrator --name 'Their name' --email name@agency.example");
        }
    }
}
