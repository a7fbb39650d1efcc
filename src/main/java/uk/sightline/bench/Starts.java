package uk.sightline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Starts a product of its own on an empty folder, then again on the full one, then from a cache of its classes, and takes the
 * time to the first page.
 *
 * @param people the size of its district
 */
record Starts(long people) {

    private static final long MIB = 1_048_576;

    Report measure() throws IOException, InterruptedException {
        try (OwnProduct product = new OwnProduct()) {
            Start first = start(product);
            Start later = start(product);
            Path cache = product.folder().resolve("classes.aot");
            product.with("-XX:AOTCacheOutput=" + cache);
            OwnProduct.Verb made = product.run(List.of("start", "--rehearse"));
            product.with("-XX:AOTCache=" + cache);
            Start cached = start(product);
            return new Report(
                    List.of("start", "seconds to the first page", "processor s", "resident MiB"),
                    List.of(
                            first.row("First, with a district of %,d people".formatted(people)),
                            later.row("Later, on the same data"),
                            cached.row("Later, with the cache of classes")),
                    List.of(
                            "%d MiB is the largest heap".formatted(OwnProduct.heapInMib()),
                            "The cache was made in %.0f seconds and takes %d MiB"
                                    .formatted(made.seconds(), Files.size(cache) / MIB)),
                    0);
        }
    }

    /** How long it took, what it took of the processors, which other work does not lengthen, and what the product held then. */
    private record Start(double seconds, double processor, OptionalLong memory) {
        List<String> row(String label) {
            return List.of(
                    label,
                    Report.ms(seconds),
                    Report.ms(processor),
                    memory.isPresent() ? Long.toString(memory.getAsLong() / MIB) : "");
        }
    }

    private Start start(OwnProduct product) throws IOException, InterruptedException {
        double seconds = product.start(people);
        double processor = product.processor().toMillis() / 1e3;
        OptionalLong memory = product.memory();
        product.stop();
        return new Start(seconds, processor, memory);
    }
}
