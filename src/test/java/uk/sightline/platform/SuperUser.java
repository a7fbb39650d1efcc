package uk.sightline.platform;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database's own administrator, whom no policy and no grant holds back: for tests of what he could do unseen. */
public final class SuperUser {

    private SuperUser() {}

    public static JdbcClient of(ApplicationContext product) {
        return JdbcClient.create(product.getBean(Database.class).asAdmin());
    }

    /** A connection of his own, for what is taken back in the end. */
    public static Connection connection(ApplicationContext product) throws SQLException {
        return product.getBean(Database.class).asAdmin().getConnection();
    }
}
