package uk.sightline.people;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import uk.sightline.platform.RuleBroken;

/** Stops at a value or a row that no table of people has, before the reader of the table keeps it all in memory. */
final class ImportGuard extends FilterReader {

    private static final int LONGEST_VALUE = 100_000;
    private static final int LONGEST_ROW = 1_000_000;

    private final char delimiter;
    private boolean quoted;
    private boolean closed;
    private boolean blank = true;
    private long line = 1;
    private int value;
    private int row;

    ImportGuard(Reader in, char delimiter) {
        super(in);
        this.delimiter = delimiter;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            see((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        for (int i = 0; i < n; i++) {
            see(buffer[offset + i]);
        }
        return n;
    }

    private void see(char c) {
        line += c == '\n' ? 1 : 0;
        quotation(c);
        boolean endsRow = !quoted && (c == '\n' || c == '\r');
        boolean endsValue = endsRow || !quoted && c == delimiter;
        blank = endsValue || blank && Character.isWhitespace(c);
        value = endsValue ? 0 : value + 1;
        row = endsRow ? 0 : row + 1;
        if (value > LONGEST_VALUE || row > LONGEST_ROW) {
            throw new RuleBroken(
                    "file",
                    ("A value at line %d is longer than 100,000 characters, or its row than a million. Look for a "
                                    + "quotation mark that is not closed, near there or before. Nothing was imported.")
                            .formatted(line));
        }
    }

    /** A quotation mark opens a value only at its beginning; two in a row are one within it. */
    private void quotation(char c) {
        boolean mark = c == '"';
        boolean opens = mark && !quoted && (blank || closed);
        closed = mark && quoted;
        quoted = opens || quoted && !mark;
    }
}
