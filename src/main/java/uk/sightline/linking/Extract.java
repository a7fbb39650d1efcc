package uk.sightline.linking;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import uk.sightline.platform.RuleBroken;

/** A CSV file, row by row; never the whole of it at once. */
final class Extract implements Closeable {

    private static final int LOOKED_AT = 1 << 16;

    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final List<String> headings;

    private Extract(CSVParser parser) {
        this.parser = parser;
        this.rows = parser.iterator();
        this.headings = rows.hasNext() ? rows.next().stream().map(String::strip).toList() : List.of();
    }

    /** @throws RuleBroken when it has no headings */
    static Extract open(Path file) throws IOException {
        byte[] beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = in.readNBytes(LOOKED_AT);
        }
        Extract extract = new Extract(CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(new String(beginning, StandardCharsets.UTF_8)))
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get()
                .parse(reader(file, beginning)));
        if (extract.headings.stream().allMatch(String::isBlank)) {
            extract.close();
            throw new RuleBroken("%s is empty: its first row has to name the columns.".formatted(file));
        }
        return extract;
    }

    private static BufferedReader reader(Path file, byte[] beginning) throws IOException {
        InputStream in = Files.newInputStream(file);
        if (beginning.length > 2 && (beginning[0] & 0xFF) == 0xEF && (beginning[1] & 0xFF) == 0xBB) {
            in.skipNBytes(3);
        }
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        charset(beginning)
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                LOOKED_AT);
    }

    private static Charset charset(byte[] beginning) {
        boolean utf8 =
                !new String(beginning, 0, Math.max(0, beginning.length - 4), StandardCharsets.UTF_8).contains("\uFFFD");
        return utf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static char delimiter(String beginning) {
        String line = beginning.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t', '|'}) {
            best = count(line, candidate) > count(line, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String line, char of) {
        return line.chars().filter(c -> c == of).count();
    }

    List<String> headings() {
        return headings;
    }

    /** Every row after the headings. */
    Iterable<CSVRecord> rows() {
        return () -> rows;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
