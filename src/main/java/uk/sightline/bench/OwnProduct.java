package uk.sightline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * A product of the bench's own, in processes and a folder of its own: started, asked, stopped and thrown away. It has the
 * heap of this process: give it what the launcher gives.
 */
final class OwnProduct implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final long MIB = 1_048_576;
    private static final int PORT_LINE = 3;
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

    private final Path data;
    private @Nullable Process process;
    private List<String> machine = List.of();
    private int port;

    OwnProduct() throws IOException {
        data = Files.createTempDirectory("sightline-bench");
        Files.createFile(reports());
    }

    /** Where a bench that runs within it leaves its reports; there from the first, as the mark of a folder of the bench's own. */
    Path reports() {
        return reports(data);
    }

    static Path reports(Path data) {
        return data.resolve("bench-reports.json");
    }

    static long heapInMib() {
        return Runtime.getRuntime().maxMemory() / MIB;
    }

    Path folder() {
        return data;
    }

    /** From now on it is started with these further options of the virtual machine. */
    void with(String... options) {
        machine = List.of(options);
    }

    /**
     * Starts it and waits for its first page.
     *
     * @param people of its district; 0 for none, and no background work either
     * @return seconds that it took
     */
    double start(long people) throws IOException, InterruptedException {
        port = freePort();
        long before = System.nanoTime();
        List<String> arguments = new ArrayList<>(List.of("start", "--port", Integer.toString(port)));
        arguments.addAll(people > 0 ? List.of("--people", Long.toString(people)) : List.of("--no-demo"));
        ProcessBuilder starting = builder(arguments, "bench.log");
        starting.environment().put("SIGHTLINE_JOBS", Boolean.toString(people > 0));
        process = starting.start();
        awaitPage(process, URI.create("http://localhost:" + port + "/sign-in"), before);
        return (System.nanoTime() - before) / 1e9;
    }

    /** Bytes of memory that it holds. */
    OptionalLong memory() throws IOException {
        return process == null ? OptionalLong.empty() : new Running(process.pid(), port).memory();
    }

    /** What it has had of the processors so far; nothing where the system does not say. */
    Duration processor() {
        return process == null
                ? Duration.ZERO
                : process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor(2, TimeUnit.MINUTES);
            process = null;
        }
    }

    /**
     * What a verb printed, and the most memory that it held.
     *
     * @param seconds from its start to its end
     */
    record Verb(String said, double seconds, long peak) {}

    /** Runs a verb beside it. */
    Verb run(List<String> arguments) throws IOException, InterruptedException {
        long before = System.nanoTime();
        Process verb = builder(arguments, "verb.log").start();
        Running running = new Running(verb.pid(), port);
        long peak = 0;
        while (!verb.waitFor(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, running.memory().orElse(0));
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        String said = Files.readString(data.resolve("verb.log"));
        if (verb.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " failed:\n" + said);
        }
        return new Verb(said, seconds, peak);
    }

    /** Its database, past every rule of the product. */
    Connection asSuperuser() throws IOException, SQLException {
        return asSuperuser(data);
    }

    /** The embedded database of a data folder, past every rule of the product. */
    static Connection asSuperuser(Path data) throws IOException, SQLException {
        String password = Files.readString(data.resolve("keys").resolve("database-password"));
        List<String> postmaster = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        String url = "jdbc:postgresql://localhost:" + postmaster.get(PORT_LINE).strip() + "/postgres";
        return DriverManager.getConnection(url, "postgres", password);
    }

    /** @throws IllegalStateException when a commit does not wait for the disk */
    static void requireDurable(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on'")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new IllegalStateException("The database does not wait for the disk: nothing durable is measured");
            }
        }
    }

    private ProcessBuilder builder(List<String> arguments, String log) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapInMib() + "m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(machine);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(isPacked() ? LAUNCHER : "uk.sightline.SightlineCommand");
        command.addAll(arguments);
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve(log).toFile());
        // What the environment says is of somebody's product: its database, its mail server.
        builder.environment().keySet().removeIf(name -> name.startsWith("SIGHTLINE_"));
        return builder;
    }

    /** The launcher of the jar unpacks it, and its class is in no other place. */
    private static boolean isPacked() {
        return ClassUtils.isPresent(LAUNCHER, OwnProduct.class.getClassLoader());
    }

    private static void awaitPage(Process product, URI page, long since) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, request)) {
                if (!product.isAlive() || System.nanoTime() - since > LONGEST.toNanos()) {
                    throw new IllegalStateException("The product did not start");
                }
                Thread.sleep(BETWEEN);
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        delete(data);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
