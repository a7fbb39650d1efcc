package uk.sightline.linking;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import uk.sightline.matching.Comparison;
import uk.sightline.matching.Explanation;
import uk.sightline.matching.Scorer;
import uk.sightline.platform.RuleBroken;

/** Writes what was found. A file appears when it is whole: a run that is cut off leaves the old one. */
final class LinkOutput implements Closeable {

    private final Path file;
    private final Path part;

    private LinkOutput(Path file) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
    }

    /** @throws RuleBroken when nothing can be written there, before any work is done */
    static LinkOutput to(Path file) {
        LinkOutput output = new LinkOutput(file.toAbsolutePath());
        try {
            Files.deleteIfExists(output.part);
            Files.createFile(output.part);
        } catch (IOException e) {
            throw new RuleBroken("%s cannot be written: %s".formatted(file, e));
        }
        return output;
    }

    /** Every pair with its chance, its weight and what each comparison adds to it; the surest first. */
    void pairs(Records records, Weights weights, Scorer scorer, double automaticBits) throws IOException {
        List<String> headings = new ArrayList<>(List.of("id_a", "id_b", "probability", "weight", "decision"));
        records.schema().comparisons().stream().map(Comparison::key).forEach(headings::add);
        write(
                headings,
                csv -> weights.heaviestFirst((one, other, bits) -> {
                    Explanation why = scorer.explain(
                            records.values().get(one), records.values().get(other));
                    List<String> cells = new ArrayList<>(List.of(
                            records.id(one),
                            records.id(other),
                            fixed(Scorer.chance(bits), 1_000_000),
                            fixed(bits, 1_000),
                            bits >= automaticBits ? "match" : "review"));
                    why.parts().forEach(part -> cells.add(part.level() == null ? "" : fixed(part.bits(), 1_000)));
                    print(csv, cells);
                }));
    }

    void clusters(Records records, Clusters clusters) throws IOException {
        write(List.of("id", "cluster"), csv -> {
            for (int i = 0; i < records.size(); i++) {
                print(csv, List.of(records.id(i), records.id(clusters.of(i))));
            }
        });
    }

    /** Takes away what a run that came to nothing had begun. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(part);
    }

    private interface Rows {
        void to(CSVPrinter csv);
    }

    private void write(List<String> headings, Rows rows) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(part);
                CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            csv.printRecord(headings);
            rows.to(csv);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void print(CSVPrinter csv, List<String> cells) {
        try {
            csv.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without String.format, which takes longer than weighing the pair. */
    private static String fixed(double number, int scale) {
        return Double.toString((double) Math.round(number * scale) / scale);
    }
}
