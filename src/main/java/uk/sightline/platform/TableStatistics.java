package uk.sightline.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.stereotype.Component;

/**
 * What PostgreSQL knows about the sizes of tables, by which it plans. It learns by itself within minutes; after a bulk
 * load that is too late, because the first pages are asked for at once. Only the owner of a table may have it counted.
 */
@Component
public class TableStatistics {

    private final Database database;

    TableStatistics(Database database) {
        this.database = database;
    }

    /** Has every table of the product counted anew. */
    public void refresh() {
        try (Connection connection = database.asMigrator().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set role " + Database.OWNER);
            statement.execute("set client_min_messages = error");
            statement.execute("analyze");
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be counted", e);
        }
    }
}
