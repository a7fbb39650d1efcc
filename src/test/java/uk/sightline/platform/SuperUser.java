package uk.sightline.platform;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database's own administrator, whom no policy and no grant holds back: for tests of what he could do unseen. */
public final class SuperUser {

    private SuperUser() {}

    public static JdbcClient of(ApplicationContext product) {
        return JdbcClient.create(product.getBean(Database.class).asAdmin());
    }
}
