package uk.sightline.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL, after every begin, who is acting and what time it is. The settings are local to the transaction, so
 * a connection that goes back to the pool has forgotten them. A transaction without an actor still begins, and fails at
 * the first protected row ({@code platform.me()} raises).
 *
 * <p>A denial is recorded in a transaction of its own while the denied one still holds its connection. So that many at
 * once cannot take every connection and then wait for each other, some are kept for such inner transactions.
 */
class ActorTransactions extends JdbcTransactionManager {

    private static final String BIND =
            "select set_config('sightline.actor', ?, true), set_config('sightline.at', ?, true)";

    private final transient InstantSource time;
    private final transient Semaphore outermost;
    private final Duration patience;
    private final transient ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

    /**
     * @param outermost how many transactions may run at once, not counting those begun inside another
     * @param patience how long one waits for its turn
     */
    ActorTransactions(DataSource dataSource, InstantSource time, int outermost, Duration patience) {
        super(dataSource);
        this.time = time;
        this.outermost = new Semaphore(outermost, true);
        this.patience = patience;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        enter();
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error e) {
            leave();
            throw e;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        super.doCleanupAfterCompletion(transaction);
        leave();
    }

    private void enter() {
        if (depth.get() == 0 && !tookTurn()) {
            throw new CannotCreateTransactionException("Too many transactions at once");
        }
        depth.set(depth.get() + 1);
    }

    private void leave() {
        depth.set(depth.get() - 1);
        if (depth.get() == 0) {
            depth.remove();
            outermost.release();
        }
    }

    private boolean tookTurn() {
        try {
            return outermost.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
