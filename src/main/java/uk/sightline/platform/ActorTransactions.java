package uk.sightline.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL, after every begin, who is acting and what time it is. The settings are local to the transaction, so
 * a connection that goes back to the pool has forgotten them. A transaction without an actor still begins, and fails at
 * the first protected row ({@code platform.me()} raises).
 */
class ActorTransactions extends JdbcTransactionManager {

    private static final String BIND =
            "select set_config('sightline.actor', ?, true), set_config('sightline.at', ?, true)";

    private final transient InstantSource time;

    ActorTransactions(DataSource dataSource, InstantSource time) {
        super(dataSource);
        this.time = time;
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (Actor.isBound()) {
            bind(connection, Actor.current());
        }
    }

    private void bind(Connection connection, Actor actor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BIND)) {
            statement.setString(1, actor.id().toString());
            statement.setString(2, time.instant().toString());
            statement.execute();
        }
    }
}
