package uk.sightline.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Sends the statements of a script over a connection of its own as the database's superuser, past every policy: each
 * prepared once, all of them in one transaction that is on disk before the next begins.
 */
final class BareClient implements Pace.Step, AutoCloseable {

    private static final String ACT =
            "select set_config('sightline.actor', ?, false), set_config('sightline.at', clock_timestamp()::text, false)";

    private final Connection connection;
    private final Script script;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** @param account in whose name; functions and defaults ask for it */
    BareClient(Connection superuser, UUID account, Script script) throws SQLException {
        this.connection = superuser;
        this.script = script;
        try (PreparedStatement act = connection.prepareStatement(ACT)) {
            act.setString(1, account.toString());
            act.execute();
        }
        connection.setAutoCommit(false);
    }

    @Override
    public boolean done() throws SQLException {
        List<Sent> statements = script.anew();
        try {
            for (Sent sent : statements) {
                send(sent);
            }
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private void send(Sent sent) throws SQLException {
        PreparedStatement statement = prepared.get(sent.sql());
        if (statement == null) {
            statement = connection.prepareStatement(sent.sql());
            prepared.put(sent.sql(), statement);
        }
        sent.bind(statement);
        if (statement.execute()) {
            read(statement);
        }
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
