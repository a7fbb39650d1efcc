package uk.sightline.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Many rows on their way into one table, a batch at a time. PostgreSQL refuses COPY into a table under a row policy, so
 * they are copied into a temporary one and taken over from there by one statement, which the policy judges like any
 * other. A batch is held in memory; nothing else is. The temporary table stays with its connection, empty: making and
 * dropping a dozen of them for each two thousand people was a tenth of an import.
 */
public final class BulkRows {

    private static final char END_OF_VALUE = '\t';
    private static final char END_OF_ROW = '\n';
    private static final int AT_ONCE = 1 << 16;
    private static final HexFormat HEX = HexFormat.of();

    private final String stage;
    private final String define;
    private final String takeOver;
    private final StringBuilder rows = new StringBuilder();
    private boolean empty = true;

    private BulkRows(String stage, String define, String takeOver) {
        this.stage = stage;
        this.define = define;
        this.takeOver = takeOver;
    }

    /** Rows for these columns of a table. Both are constants of the module that owns the table. */
    public static BulkRows into(String table, String columns) {
        String stage = stage(table, columns);
        return new BulkRows(
                stage,
                "create temp table if not exists %s on commit delete rows as select %s from %s with no data"
                        .formatted(stage, columns, table),
                "insert into %s (%s) select %s from pg_temp.%s".formatted(table, columns, columns, stage));
    }

    /** The same, added in the order of one column: an index with much in it is then changed page after page. */
    public static BulkRows intoInOrder(String table, String columns, String first) {
        BulkRows rows = into(table, columns);
        return new BulkRows(rows.stage, rows.define, rows.takeOver + " order by " + first);
    }

    /**
     * Rows for a database function that keeps a table which the run-time role may not write to itself.
     *
     * @param name what the rows are, one word
     * @param columns with their types
     * @param call such as {@code access.keep_record(id, kind)}
     */
    public static BulkRows through(String name, String columns, String call) {
        String stage = stage(name, columns);
        return new BulkRows(
                stage,
                "create temp table if not exists %s (%s) on commit delete rows".formatted(stage, columns),
                "select %s from pg_temp.%s".formatted(call, stage));
    }

    /** Adds a row, its values in the order of the columns. Text, numbers, dates, instants, ids, and lists of text. */
    public BulkRows add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append(END_OF_VALUE);
            }
            append(values[i]);
        }
        rows.append(END_OF_ROW);
        empty = false;
        return this;
    }

    /** Writes the batch in the running transaction and starts a new one. */
    public void write(JdbcOperations sql) {
        if (!empty) {
            sql.execute((ConnectionCallback<Integer>) this::write);
            rows.setLength(0);
            empty = true;
        }
    }

    /** One for each set of columns: whoever asks for others has a table of their own. */
    private static String stage(String name, String columns) {
        return "bulk_" + name.replace('.', '_') + '_' + HEX.toHexDigits(columns.hashCode());
    }

    private int write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(define);
            emptied(statement);
            copy(connection);
            return statement.execute(takeOver) ? 0 : statement.getUpdateCount();
        }
    }

    /** Of what was copied earlier in the same transaction. */
    private void emptied(Statement statement) throws SQLException {
        boolean full;
        try (ResultSet any = statement.executeQuery("select 1 from pg_temp." + stage + " limit 1")) {
            full = any.next();
        }
        if (full) {
            statement.execute("truncate pg_temp." + stage);
        }
    }

    private void copy(Connection connection) throws SQLException {
        try {
            byte[] text = rows.toString().getBytes(StandardCharsets.UTF_8);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy pg_temp." + stage + " from stdin", new ByteArrayInputStream(text), AT_ONCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> rows.append("\\N");
            case Collection<?> several -> escape(array(several));
            default -> escape(value.toString());
        }
    }

    private static String array(Collection<?> several) {
        return several.stream()
                .map(each -> '"' + each.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void escape(String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '\r' || c == '\\') {
                String written = escaped(c);
                if (written != null) {
                    rows.append(text, from, i).append(written);
                    from = i + 1;
                }
            }
        }
        rows.append(text, from, text.length());
    }

    private static @Nullable String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
    }
}
