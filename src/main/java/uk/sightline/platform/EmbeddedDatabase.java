package uk.sightline.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 in a folder. It outlives a killed JVM: the next start adopts the server it finds running there,
 * and whoever holds the folder's {@link FolderLock} stops it when done. A command run beside a running product borrows
 * the server and leaves it alone.
 */
class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String ADMIN = "postgres";

    private final Path cluster;
    private final Path passwordFile;
    private final @Nullable FolderLock ours;
    private final String password;
    private int port;

    EmbeddedDatabase(Path data) {
        try {
            Files.createDirectories(data);
            this.cluster = data.resolve("postgres");
            this.passwordFile = data.resolve("keys").resolve("database-password");
            this.ours = FolderLock.tryTake(data.resolve("database.lock"));
            this.password = password();
            this.port = start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database in " + data + " does not start", e);
        }
    }

    Database database() {
        return new Database("jdbc:postgresql://localhost:" + port + "/postgres", ADMIN, password);
    }

    private int start() throws IOException {
        RunningPostmaster running = RunningPostmaster.in(cluster);
        if (running != null) {
            if (ours != null) {
                LOG.info("Using the database that already runs in {}", cluster);
            }
            return running.port();
        }
        if (ours == null) {
            throw new IOException("another process is starting or stopping it; try again in a moment");
        }
        return launch();
    }

    private int launch() throws IOException {
        boolean fresh = !Files.exists(cluster.resolve("PG_VERSION"));
        @SuppressWarnings("resource") // stopped through its postmaster, as an adopted server is
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(cluster.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on") // the library is made for tests and switches both of these off
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                .setServerConfig("timezone", "UTC")
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
        if (fresh) {
            EmbeddedPasswords.require(postgres, cluster, password);
        }
        return postgres.getPort();
    }

    private String password() throws IOException {
        if (!Files.exists(passwordFile)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createDirectories(passwordFile.getParent());
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, HexFormat.of().formatHex(random));
        }
        return Files.readString(passwordFile);
    }

    /** Stops the server when the folder is ours; waits until it has written everything down. */
    @Override
    public void close() {
        if (ours == null) {
            return;
        }
        try {
            RunningPostmaster running = RunningPostmaster.in(cluster);
            if (running != null) {
                running.stop();
            }
        } finally {
            ours.close();
        }
    }
}
