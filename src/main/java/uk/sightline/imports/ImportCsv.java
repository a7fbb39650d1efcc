package uk.sightline.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.sightline.platform.RuleBroken;

/**
 * Reads values between separators, one row after the other (RFC 4180, and what spreadsheets make of it). However long a
 * value or a row is, only so much of it is held; the row says so, and those before and after it are read.
 */
final class ImportCsv {

    static final int LONGEST_VALUE = 100_000;

    /** Of a value that is too long, so much is kept to recognise it by. */
    static final int KEPT_OF_LONG = 1_000;

    private static final int LONGEST_ROW = 1_000_000;
    private static final int MOST_VALUES = 1_000;
    private static final int BUFFER = 1 << 16;
    private static final int NOTHING = -2;
    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder value = new StringBuilder();
    private int at;
    private int filled;
    private int pushedBack = NOTHING;
    private long line = 1;
    private int no;

    private List<String> values = new ArrayList<>();
    private @Nullable String problem;
    private int rowLength;
    private long valueLength;

    ImportCsv(Reader in, char delimiter) {
        this.in = in;
        this.delimiter = delimiter;
    }

    /**
     * A row as it stands in the file.
     *
     * @param no as a spreadsheet counts, from 1; empty lines count
     * @param problem why it cannot be used, whatever its values are
     */
    record Line(int no, List<String> values, @Nullable String problem) {

        boolean isBlank() {
            return problem == null && values.stream().allMatch(String::isBlank);
        }
    }

    /** @throws RuleBroken when a quotation mark is opened and never closed: nobody knows where the rows after it are */
    Optional<Line> next() throws IOException {
        int c = read();
        if (c == END) {
            return Optional.empty();
        }
        pushedBack = c;
        values = new ArrayList<>();
        problem = null;
        rowLength = 0;
        no++;
        boolean more = true;
        while (more) {
            more = value();
        }
        return Optional.of(new Line(no, values, problem));
    }

    long line() {
        return line;
    }

    /** Reads one value and what ends it. @return whether the row goes on */
    private boolean value() throws IOException {
        value.setLength(0);
        valueLength = 0;
        int c = read();
        while (c == ' ' || c == '\t' && delimiter != '\t') {
            c = read();
        }
        boolean quoted = c == '"';
        int end = quoted ? afterQuotes(quotedUntil(line)) : unquoted(c);
        keep(quoted);
        return end == delimiter;
    }

    private int unquoted(int first) throws IOException {
        int c = first;
        while (!endsValue(c)) {
            add((char) c);
            c = read();
        }
        return endOfRow(c);
    }

    /** @return what follows the closing mark */
    private int quotedUntil(long opened) throws IOException {
        while (true) {
            int c = read();
            if (c == END) {
                throw new RuleBroken(
                        "file",
                        ("A quotation mark is not closed: it is opened at line %d, and the file ends within it. Correct it "
                                        + "there. Nothing was imported.")
                                .formatted(opened));
            }
            if (c == '"') {
                int next = read();
                if (next != '"') {
                    return next;
                }
            }
            add((char) c);
        }
    }

    private int afterQuotes(int first) throws IOException {
        int c = first;
        while (c == ' ' || c == '\t' && delimiter != '\t') {
            c = read();
        }
        if (!endsValue(c)) {
            problem("A quotation mark stands inside a value. Write it twice, or leave it out.");
        }
        while (!endsValue(c)) {
            add((char) c);
            c = read();
        }
        return endOfRow(c);
    }

    private boolean endsValue(int c) {
        return c == END || c == delimiter || c == '\n' || c == '\r';
    }

    private int endOfRow(int c) throws IOException {
        if (c == '\r') {
            int next = read();
            pushedBack = next == '\n' ? NOTHING : next;
        }
        return c;
    }

    private void add(char c) {
        valueLength++;
        rowLength++;
        if (valueLength <= LONGEST_VALUE && rowLength <= LONGEST_ROW) {
            value.append(c);
        }
    }

    private void keep(boolean quoted) {
        if (valueLength > LONGEST_VALUE || rowLength > LONGEST_ROW) {
            value.setLength(Math.min(value.length(), KEPT_OF_LONG));
            problem(
                    "A value is longer than 100,000 characters, or the row than a million. Only its beginning is kept. Look "
                            + "for a quotation mark that is not closed.");
        }
        if (values.size() == MOST_VALUES) {
            problem("The row has more than 1,000 values. Check its separators.");
        } else {
            String kept = value.toString();
            values.add(quoted ? kept : kept.strip());
        }
    }

    private void problem(String says) {
        problem = problem == null ? says : problem;
    }

    private int read() throws IOException {
        if (pushedBack != NOTHING) {
            int c = pushedBack;
            pushedBack = NOTHING;
            return c;
        }
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return END;
            }
        }
        char c = buffer[at++];
        line += c == '\n' ? 1 : 0;
        return c;
    }
}
