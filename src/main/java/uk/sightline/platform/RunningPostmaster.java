package uk.sightline.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The server that runs in a cluster folder, as its {@code postmaster.pid} tells it. The file of a dead server is left for
 * PostgreSQL itself to clear away; it knows best whether it is stale.
 *
 * @param process the postmaster
 * @param port where it listens
 */
record RunningPostmaster(ProcessHandle process, int port) {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final int PORT_LINE = 3;

    /** The live server of this folder, or null. */
    static @Nullable RunningPostmaster in(Path cluster) {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return null;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() <= PORT_LINE) {
                return null;
            }
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(RunningPostmaster::isPostgres)
                    .map(process -> new RunningPostmaster(process, port))
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info().command().map(c -> c.contains("postgres")).orElse(true);
    }

    /** Stops the server fast: running transactions are rolled back, everything committed is written down. */
    void stop() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException | TimeoutException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("The embedded database did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
