package uk.sightline.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import uk.sightline.platform.RuleBroken;

/** The rows of a CSV file below its headings, one after the other; never the whole file at once. */
final class ImportTable implements Closeable {

    /** More than a region has people. */
    static final int MOST_ROWS = 5_000_000;

    /**
     * @param no as a spreadsheet counts: the headings are row 1
     * @param problem why the row cannot be read; null for a good one
     */
    record Row(int no, List<String> cells, @Nullable String problem) {

        /** Characters that it takes. */
        int size() {
            return cells.stream().mapToInt(String::length).sum();
        }
    }

    private static final int MOST_COLUMNS = 300;
    private static final int LONGEST_HEADING = 200;

    private final Reader reader;
    private final ImportCsv csv;
    private final List<String> headings;

    private ImportTable(Reader reader, char delimiter) throws IOException {
        this.reader = reader;
        this.csv = new ImportCsv(reader, delimiter);
        this.headings = readHeadings();
    }

    /** @throws RuleBroken when the file has no headings, or two alike */
    static ImportTable open(InputStreamSource file, ImportFormat format) throws IOException {
        InputStream in = new BufferedInputStream(file.getInputStream());
        if (format.hasMark()) {
            in.skipNBytes(3);
        }
        Reader reader = new InputStreamReader(
                in,
                format.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        return new ImportTable(reader, format.delimiter());
    }

    List<String> headings() {
        return headings;
    }

    /** The next row that is not blank; empty at the end of the file. */
    Optional<Row> next() throws IOException {
        Optional<ImportCsv.Line> read = csv.next();
        while (read.isPresent() && read.get().isBlank()) {
            read = csv.next();
        }
        return read.map(this::row);
    }

    private Row row(ImportCsv.Line read) {
        if (read.no() > MOST_ROWS) {
            throw new RuleBroken("file", "The file has more than 5 million rows. Split it.");
        }
        List<String> cells = new ArrayList<>(read.values());
        while (cells.size() > headings.size() && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        return new Row(read.no(), cells, read.problem() == null ? problem(cells) : read.problem());
    }

    private @Nullable String problem(List<String> cells) {
        if (cells.size() != headings.size()) {
            return "The row has %d values and there are %d headings. Check its separators and quotation marks."
                    .formatted(cells.size(), headings.size());
        }
        return cells.stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)
                ? "The row has characters that are damaged (not UTF-8). Save the file again as “CSV UTF-8”."
                : null;
    }

    private List<String> readHeadings() throws IOException {
        ImportCsv.Line first = csv.next().orElseThrow(() -> new RuleBroken("file", "The file is empty."));
        List<String> found = new ArrayList<>();
        first.values().forEach(heading -> found.add(heading(heading, found.size() + 1)));
        if (first.isBlank()) {
            throw new RuleBroken("file", "The first row is empty. It must hold the headings of the columns.");
        }
        if (first.problem() != null) {
            throw new RuleBroken("file", "The headings cannot be read. " + first.problem());
        }
        if (found.size() > MOST_COLUMNS) {
            throw new RuleBroken("file", "The file has more than %d columns.".formatted(MOST_COLUMNS));
        }
        refuseTwins(found);
        return List.copyOf(found);
    }

    private static String heading(String read, int number) {
        String heading = ImportText.clean(read);
        String shortened = heading.length() > LONGEST_HEADING ? heading.substring(0, LONGEST_HEADING) : heading;
        return shortened.isEmpty() ? "column " + number : shortened;
    }

    private static void refuseTwins(List<String> headings) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            Integer first = seen.putIfAbsent(headings.get(i).toLowerCase(Locale.ROOT), i + 1);
            if (first != null) {
                throw new RuleBroken(
                        "file",
                        "Columns %d and %d have the same heading, “%s”. Give each its own."
                                .formatted(first, i + 1, headings.get(i)));
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
