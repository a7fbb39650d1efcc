package uk.sightline.journeys;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of Debian's, in a folder of its own, started for one test and stopped after it. */
final class ExternalPostgres implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 240;
    private static final String PASSWORD = "only-for-this-test";

    private final Path binaries;
    private final Path folder;
    private final int port;

    private ExternalPostgres(Path binaries, Path folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    /** The newest that Debian installed: 15 on Debian 12. */
    static ExternalPostgres start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("sightline-external");
        try (ServerSocket free = new ServerSocket(0)) {
            ExternalPostgres postgres = new ExternalPostgres(newest(), folder, free.getLocalPort());
            free.close();
            postgres.create();
            return postgres;
        }
    }

    private static Path newest() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("initdb")))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private void create() throws IOException, InterruptedException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (isRoot()) {
            run("chown", "-R", "postgres", folder.toString());
        }
        asPostgres(
                "initdb",
                "-D",
                cluster(),
                "-U",
                "keeper",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password);
        asPostgres(
                "pg_ctl",
                "-D",
                cluster(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=localhost -c unix_socket_directories=''",
                "start");
    }

    String jdbc() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=keeper&password=" + PASSWORD;
    }

    private String cluster() {
        return folder.resolve("cluster").toString();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
    private void asPostgres(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        run(command.toArray(String[]::new));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        asPostgres("pg_ctl", "-D", cluster(), "-m", "fast", "-w", "stop");
        FileSystemUtils.deleteRecursively(folder);
    }
}
