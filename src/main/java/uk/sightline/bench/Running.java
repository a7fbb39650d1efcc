package uk.sightline.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The product that runs on a data folder, as its {@code sightline.pid} tells: the process, and the port. */
record Running(long process, int port) {

    private static final String RESIDENT = "VmRSS:";
    private static final long KIB = 1_024;

    static Running in(Path data) throws IOException {
        Path file = data.resolve("sightline.pid");
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "Sightline does not run on " + data + ". Start it first: ./sightline start");
        }
        List<String> lines = Files.readAllLines(file);
        return new Running(Long.parseLong(lines.getFirst()), Integer.parseInt(lines.get(1)));
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Bytes of memory that the process holds; nothing where the system does not say. */
    OptionalLong memory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process), "status");
        if (!Files.exists(status)) {
            return OptionalLong.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(RESIDENT))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                .findFirst();
    }
}
