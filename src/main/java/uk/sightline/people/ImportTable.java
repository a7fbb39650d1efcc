package uk.sightline.people;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import uk.sightline.platform.RuleBroken;

/** The rows of a CSV file, one after the other; never the whole file at once. */
final class ImportTable implements Closeable {

    /**
     * @param no as a spreadsheet counts: the headings are row 1
     * @param problem why the row cannot be read; null for a good one
     */
    record Row(int no, List<String> cells, @Nullable String problem) {}

    private static final int MOST_COLUMNS = 300;
    private static final int MOST_ROWS = 2_000_000;
    private static final int LONGEST_HEADING = 200;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> headings;

    private ImportTable(CSVParser parser) {
        this.parser = parser;
        this.records = parser.iterator();
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
        CSVFormat csv = CSVFormat.RFC4180
                .builder()
                .setDelimiter(format.delimiter())
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
        return new ImportTable(csv.parse(new ImportGuard(reader, format.delimiter())));
    }

    List<String> headings() {
        return headings;
    }

    /** The next row that is not blank; empty at the end of the file. */
    Optional<Row> next() {
        Optional<CSVRecord> read = read();
        while (read.isPresent() && read.get().stream().allMatch(String::isBlank)) {
            read = read();
        }
        return read.map(this::row);
    }

    private Row row(CSVRecord read) {
        int no = Math.toIntExact(read.getRecordNumber());
        if (no > MOST_ROWS) {
            throw new RuleBroken("file", "The file has more than 2 million rows. Split it.");
        }
        List<String> cells = new ArrayList<>(read.toList());
        while (cells.size() > headings.size() && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        return new Row(no, cells, problem(cells));
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

    private Optional<CSVRecord> read() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new RuleBroken(
                    "file",
                    "The file cannot be read near line %d: a quotation mark is not closed or stands inside a value. "
                                    .formatted(parser.getCurrentLineNumber())
                            + "Correct it there. Nothing was imported.");
        }
    }

    private List<String> readHeadings() {
        CSVRecord first = read().orElseThrow(() -> new RuleBroken("file", "The file is empty."));
        List<String> found = new ArrayList<>();
        first.forEach(heading -> found.add(heading(heading, found.size() + 1)));
        if (first.stream().allMatch(String::isBlank)) {
            throw new RuleBroken("file", "The first row is empty. It must hold the headings of the columns.");
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
        parser.close();
    }
}
