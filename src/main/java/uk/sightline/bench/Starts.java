package uk.sightline.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts a product of its own on an empty folder, then again on the full one, and takes the time to the first page. It
 * has the heap of this process: give it what the launcher gives.
 *
 * @param people the size of its district
 */
record Starts(long people) {

    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final long MIB = 1_048_576;

    Report measure() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("sightline-bench");
        try {
            Start first = start(data);
            Start later = start(data);
            return new Report(
                    List.of("start", "seconds to the first page", "resident MiB"),
                    List.of(
                            first.row("First, with a district of %,d people".formatted(people)),
                            later.row("Later, on the same data")),
                    List.of("%d MiB is the largest heap"
                            .formatted(Runtime.getRuntime().maxMemory() / MIB)),
                    0);
        } finally {
            delete(data);
        }
    }

    /** How long it took, and what the process held then. */
    private record Start(double seconds, OptionalLong memory) {
        List<String> row(String label) {
            return List.of(
                    label, Report.ms(seconds), memory.isPresent() ? Long.toString(memory.getAsLong() / MIB) : "");
        }
    }

    private Start start(Path data) throws IOException, InterruptedException {
        int port = freePort();
        long before = System.nanoTime();
        Process product = new ProcessBuilder(command(data, port))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("bench.log").toFile())
                .start();
        try {
            awaitPage(product, URI.create("http://localhost:" + port + "/sign-in"), before);
            double seconds = (System.nanoTime() - before) / 1e9;
            return new Start(seconds, new Running(product.pid(), port).memory());
        } finally {
            product.destroy();
            product.waitFor(2, TimeUnit.MINUTES);
        }
    }

    private List<String> command(Path data, int port) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Runtime.getRuntime().maxMemory() / MIB + "m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        boolean packed = !System.getProperty("java.class.path").contains(File.pathSeparator);
        command.add(packed ? "org.springframework.boot.loader.launch.JarLauncher" : "uk.sightline.SightlineCommand");
        command.addAll(List.of("start", "--port", Integer.toString(port), "--data", data.toString()));
        command.addAll(List.of("--people", Long.toString(people)));
        return command;
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
