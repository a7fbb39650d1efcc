package uk.sightline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.bench.OwnProduct.Verb;

/**
 * Imports an extract into a product of its own by the verb {@code import}, then the same again, then with one person in ten
 * moved, each beside the bare SQL of the same rows.
 *
 * @param people how many rows the extract has
 */
record ImportRuns(long people) {

    private static final long MIB = 1_048_576;
    private static final int ONE_MOVED_IN = 10;

    Report measure() throws IOException, InterruptedException, SQLException {
        try (OwnProduct product = new OwnProduct()) {
            Path extract = product.folder().resolve("extract.csv");
            Path moved = product.folder().resolve("moved.csv");
            ExtractFile.write(extract, people, 0);
            ExtractFile.write(moved, people, ONE_MOVED_IN);
            // Nobody is on the index, and without background work: whoever seals the log would take part of both
            // measures, and not the same part.
            product.start(0);
            try (Connection sql = product.asSuperuser()) {
                return report(product, new BareMerge(sql, product.folder()), extract, moved);
            }
        }
    }

    private Report report(OwnProduct product, BareMerge bare, Path extract, Path moved)
            throws IOException, InterruptedException, SQLException {
        List<Run> runs = new ArrayList<>();
        Verb first = bring(product, extract);
        runs.add(new Run("The first time", first, bare.first(extract)));
        String before = bare.now();
        Verb same = bring(product, extract);
        runs.add(new Run("Again, nothing changed", same, bare.again(extract, before)));
        String then = bare.now();
        Verb changed = bring(product, moved);
        runs.add(new Run("Again, 10 % changed", changed, bare.again(moved, then)));
        return new Report(
                List.of(
                        "import",
                        "rows",
                        "new",
                        "changed",
                        "unchanged",
                        "rejected",
                        "seconds",
                        "µs a row",
                        "bare SQL merge s",
                        "import to bare",
                        "peak MiB"),
                runs.stream().map(Run::row).toList(),
                List.of("%d MiB is the largest heap".formatted(OwnProduct.heapInMib())),
                0);
    }

    private static Verb bring(OwnProduct product, Path file) throws IOException, InterruptedException {
        return product.run(List.of("import", "people", file.toString(), "--source", "Daily extract", "--json"));
    }

    /** An import and the bare merge of the same rows. */
    private record Run(String label, Verb verb, double bare) {

        List<String> row() {
            String json = verb.said()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .findFirst()
                    .orElse("{}");
            JsonNode told = JsonMapper.shared().readTree(json);
            double seconds = told.path("seconds").asDouble(0);
            long rows = told.path("read").asLong(0);
            return List.of(
                    label,
                    Long.toString(rows),
                    told.path("new").asString("0"),
                    told.path("changed").asString("0"),
                    told.path("unchanged").asString("0"),
                    told.path("rejected").asString("0"),
                    Report.ms(seconds),
                    Report.ms(rows == 0 ? 0 : seconds * 1e6 / rows),
                    Report.ms(bare),
                    String.format(Locale.UK, "%.2f", seconds / bare),
                    Long.toString(verb.peak() / MIB));
        }
    }
}
