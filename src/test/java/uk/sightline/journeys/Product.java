package uk.sightline.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The product as it is delivered: the jar, in a process of its own, started, asked and killed from outside. */
final class Product implements AutoCloseable {

    private static final Pattern UP = Pattern.compile("Sightline is at http://localhost:(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Path folder;
    private final @Nullable String db;
    private @Nullable Process process;
    private int port;
    private String said = "";

    /** A product in a folder, over the embedded database or another. */
    Product(Path folder, @Nullable String db) {
        this.folder = folder;
        this.db = db;
    }

    /** Starts it and waits until it says where it is. */
    Product start(String... options) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "product", ".log");
        process = process(log, concat(List.of("start", "--port", "0", "--people", "200"), options))
                .start();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            said = Files.readString(log);
            Matcher up = UP.matcher(said);
            if (up.find()) {
                port = Integer.parseInt(up.group(1));
                return this;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        throw new IOException("The product did not start:\n" + Files.readString(log));
    }

    /** What it printed until it was up. */
    String said() {
        return said;
    }

    int port() {
        return port;
    }

    /** Kills the process as the operating system would: nothing is finished, nothing is said. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Kills the embedded database's first process in the same way; its children end when they notice. */
    void killDatabase() throws IOException {
        long pid = Long.parseLong(postmaster().getFirst().strip());
        ProcessHandle database = ProcessHandle.of(pid).orElseThrow();
        database.destroyForcibly();
        database.onExit().join();
    }

    /** The embedded database, past every rule of the product. */
    Connection asSuperuser() throws IOException, SQLException {
        String password = Files.readString(data().resolve("keys").resolve("database-password"));
        String url = "jdbc:postgresql://localhost:" + postmaster().get(3).strip() + "/postgres";
        return DriverManager.getConnection(url, "postgres", password);
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(data().resolve("postgres").resolve("postmaster.pid"));
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Runs a verb beside the product or without it. */
    Verb run(String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "verb", ".log");
        Process verb = process(log, Arrays.asList(arguments)).start();
        if (!verb.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            verb.destroyForcibly();
        }
        return new Verb(verb.exitValue(), Files.readString(log));
    }

    /** Begins a verb, to be killed in the middle of its work. */
    Process begin(String... arguments) throws IOException {
        return process(Files.createTempFile(folder, "verb", ".log"), Arrays.asList(arguments))
                .start();
    }

    /** What a verb answered. */
    record Verb(int exit, String said) {}

    private ProcessBuilder process(Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // it lives for a minute: too short for better code to pay
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                Path.of("target", "sightline.jar").toAbsolutePath().toString()));
        command.addAll(arguments);
        command.addAll(List.of("--data", data().toString()));
        if (db != null) {
            command.addAll(List.of("--db", db));
        }
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    }

    private static List<String> concat(List<String> first, String[] second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(Arrays.asList(second));
        return all;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        }
    }
}
