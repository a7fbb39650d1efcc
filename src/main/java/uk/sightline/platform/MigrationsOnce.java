package uk.sightline.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets the modules look at their migrations only if these are not the very ones that this database was last migrated with:
 * looking took a third of a start. The database keeps the digest of all files as the comment of the schema that holds the
 * histories, so that it goes where the histories go: into a copy, and back with one.
 *
 * @param each migrates module by module
 */
record MigrationsOnce(FlywayMigrationStrategy each) implements FlywayMigrationStrategy {

    private static final String FILES = "classpath*:db/migration/**/*.sql";

    @Override
    public void migrate(Flyway flyway) {
        JdbcTemplate database = new JdbcTemplate(flyway.getConfiguration().getDataSource());
        String files = "migrated with " + digest();
        if (!files.equals(last(database))) {
            each.migrate(flyway);
            database.execute("comment on schema migrations is '" + files + "'");
        }
    }

    private static String last(JdbcTemplate database) {
        return String.valueOf(DataAccessUtils.singleResult(database.queryForList(
                "select obj_description(to_regnamespace('migrations'), 'pg_namespace')", String.class)));
    }

    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
            Arrays.sort(files, Comparator.comparing(MigrationsOnce::name));
            for (Resource file : files) {
                digest.update(name(file).getBytes(StandardCharsets.UTF_8));
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's migrations cannot be read", e);
        }
    }

    private static String name(Resource file) {
        try {
            String address = file.getURL().toString();
            return address.substring(address.indexOf("db/migration/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
