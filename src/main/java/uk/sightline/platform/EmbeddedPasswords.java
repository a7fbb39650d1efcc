package uk.sightline.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A fresh embedded cluster trusts every local user; this makes it ask for the password from then on. */
final class EmbeddedPasswords {

    private static final String ONLY_WITH_PASSWORD = """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private EmbeddedPasswords() {}

    static void require(EmbeddedPostgres postgres, Path cluster, String password) throws IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(cluster.resolve("pg_hba.conf"), ONLY_WITH_PASSWORD);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("The fresh database took no password", e);
        }
    }
}
