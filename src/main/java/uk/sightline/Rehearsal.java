package uk.sightline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes later starts fast: a second process starts the product once beside the first, without jobs, while the virtual
 * machine writes down which classes that takes, and keeps them loaded and linked in a file (JEP 483, JEP 514). The launcher
 * names the file while there is none, and gives it to each start from then on. Nothing depends on it: whatever goes wrong
 * here leaves starts as slow as they were.
 *
 * @param cache the file to make
 */
record Rehearsal(Path cache) {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    /** Named by the launcher: where the cache is to be, as it is not there. */
    private static final String CACHE = "sightline.cache";

    private static final int PATIENCE_MINUTES = 15;
    private static final int PAGES = 3;

    static Optional<Rehearsal> wanted() {
        return Optional.ofNullable(System.getProperty(CACHE)).map(Path::of).map(Rehearsal::new);
    }

    /** Begins in the background, behind everybody else's work; ends with the product at the latest. */
    void begin(List<String> options) {
        Thread.ofVirtual().start(() -> {
            try {
                make(options);
            } catch (IOException e) {
                LOG.info("The next start will be no faster: {}", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void make(List<String> options) throws IOException, InterruptedException {
        Path made = cache.resolveSibling(
                cache.getFileName() + "." + ProcessHandle.current().pid());
        ProcessBuilder starting = new ProcessBuilder(command(made, options))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        starting.environment().put("SIGHTLINE_JOBS", "false");
        Process process = starting.start();
        Thread end = new Thread(() -> kill(process));
        Runtime.getRuntime().addShutdownHook(end);
        try {
            if (process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0 && Files.exists(made)) {
                Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            kill(process);
            Files.deleteIfExists(made);
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The same options of the virtual machine: with others it would not take the file. */
    private static List<String> command(Path made, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                "nice",
                "-n",
                "19",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-D" + CACHE))
                .forEach(command::add);
        command.add("-XX:AOTCacheOutput=" + made);
        command.addAll(List.of("-jar", System.getProperty("java.class.path"), "start", "--rehearse"));
        command.addAll(options);
        return command;
    }

    /** What somebody asks for first, in the process that rehearses. */
    static void ask(int port) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                    .build();
            for (int i = 0; i < PAGES; i++) {
                client.send(page, HttpResponse.BodyHandlers.discarding());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
