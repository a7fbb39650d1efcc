package uk.sightline.bench;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Starts a product of its own on an empty folder, then again on the full one, and takes the time to the first page.
 *
 * @param people the size of its district
 */
record Starts(long people) {

    private static final long MIB = 1_048_576;

    Report measure() throws IOException, InterruptedException {
        try (OwnProduct product = new OwnProduct()) {
            Start first = start(product);
            Start later = start(product);
            return new Report(
                    List.of("start", "seconds to the first page", "resident MiB"),
                    List.of(
                            first.row("First, with a district of %,d people".formatted(people)),
                            later.row("Later, on the same data")),
                    List.of("%d MiB is the largest heap".formatted(OwnProduct.heapInMib())),
                    0);
        }
    }

    /** How long it took, and what the product held then. */
    private record Start(double seconds, OptionalLong memory) {
        List<String> row(String label) {
            return List.of(
                    label, Report.ms(seconds), memory.isPresent() ? Long.toString(memory.getAsLong() / MIB) : "");
        }
    }

    private Start start(OwnProduct product) throws IOException, InterruptedException {
        double seconds = product.start(people);
        OptionalLong memory = product.memory();
        product.stop();
        return new Start(seconds, memory);
    }
}
