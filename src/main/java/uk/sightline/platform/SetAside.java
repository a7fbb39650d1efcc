package uk.sightline.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * Indexes, keys and references of tables that are about to be filled: set aside before a bulk load and made again after
 * it. It is done as the owner of the tables, whom no request or job acts as, in a database that nobody else is connected
 * to; what was set aside is remembered in the database until it is there again (V2__set_aside.sql).
 */
@Component
public class SetAside {

    /** Memory for sorting, beside what the database holds anyway. */
    private static final String SORTING = "set maintenance_work_mem = '256MB'";

    private static final String WAITS = "set lock_timeout = '5s'";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String TAKE_AWAY = "select platform.set_aside(?, ?)";
    private static final String MAKE_NEXT = "select platform.restore_next(?)";
    private static final String LEFT = "select count(*) from platform.set_aside";

    private final Database database;

    SetAside(Database database) {
        this.database = database;
    }

    /**
     * Sets aside what makes these tables slow to fill. Nothing happens, and the load is slower, when another process is
     * connected or the tables are in use already.
     *
     * @param tables with their schemas; none that other tables refer to
     * @return whether it was done
     */
    public boolean from(Collection<String> tables) {
        return asOwner(connection -> {
            run(connection, WAITS);
            try (PreparedStatement statement = connection.prepareStatement(TAKE_AWAY)) {
                statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
                statement.setString(2, DatabaseConfiguration.CONNECTED_AS);
                return first(statement).longValue() > 0;
            } catch (SQLException e) {
                if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** How much is still to be made again. */
    public long left() {
        return asOwner(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LEFT)) {
                return first(statement).longValue();
            }
        });
    }

    /**
     * Makes everything of these tables again, each in a transaction of its own.
     *
     * @param each is told after each
     */
    public void restore(Collection<String> tables, Runnable each) {
        asOwner(connection -> {
            run(connection, SORTING);
            while (madeOne(connection, tables)) {
                each.run();
            }
            return true;
        });
    }

    private static boolean madeOne(Connection connection, Collection<String> tables) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MAKE_NEXT)) {
            statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
            try (ResultSet made = statement.executeQuery()) {
                return made.next() && made.getString(1) != null;
            }
        }
    }

    private static Number first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T asOwner(Work<T> work) {
        try (Connection connection = database.asMigrator().getConnection()) {
            run(connection, "set role " + Database.OWNER);
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The indexes of a bulk load could not be looked after", e);
        }
    }
}
