package uk.sightline.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows that an import left, written once more with SQL alone: the extract is copied into a table and merged by its
 * number with what it said before, and the rows of every table that changed are copied and merged by their key into tables
 * of the same columns, constraints and indexes. No reading, checking, matching, policy or log of its own: that is what the
 * import costs beyond this. All in one database, durably, as its superuser.
 */
final class BareMerge {

    /** Tables with their key, those that an import adds to. */
    private static final Map<String, String> TABLES = tables();

    private static final String SINCE = "%s in (select o.person_id from imports.origin o)";

    private final Connection sql;
    private final Path folder;

    BareMerge(Connection sql, Path folder) throws SQLException {
        this.sql = sql;
        this.folder = folder;
        String columns =
                ExtractFile.COLUMNS.stream().map(each -> each + " text").collect(Collectors.joining(", "));
        run("create schema bare");
        run("create table bare.extract (%s)".formatted(columns));
        run("create table bare.previous (%s, primary key (record_id))".formatted(columns));
        for (String table : TABLES.keySet()) {
            run("create table %s (like %s including all)".formatted(bare(table), table));
        }
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("access.record", "id");
        tables.put("access.record_person", "record_id, person_id");
        tables.put("people.person", "id");
        tables.put("people.name", "id");
        tables.put("people.identifier", "id");
        tables.put("people.address", "id");
        tables.put("people.contact", "id");
        tables.put("people.search_key", "key, closed, adult_from, person_id");
        tables.put("people.card", "person_id");
        tables.put("audit.entry", "id");
        return tables;
    }

    /** Seconds for an extract of people who are all new. */
    double first(Path extract) throws SQLException {
        for (String table : TABLES.keySet()) {
            String person =
                    table.equals("audit.entry") || table.equals("access.record") || table.equals("people.person")
                            ? (table.equals("audit.entry") ? "record" : "id")
                            : "person_id";
            export(table, SINCE.formatted(person));
        }
        return timed(extract, List.copyOf(TABLES.keySet()));
    }

    /** Seconds for an extract of which nothing or little has changed, besides the rows that an import changed for it. */
    double again(Path extract, String since) throws SQLException {
        export("people.address", "created_at >= '%1$s' or ended_at >= '%1$s'".formatted(since));
        export("audit.entry", "at >= '%s'".formatted(since));
        return timed(extract, List.of("people.address", "audit.entry"));
    }

    /** The instant of the database. */
    String now() throws SQLException {
        try (Statement statement = sql.createStatement();
                ResultSet row = statement.executeQuery("values (clock_timestamp()::text)")) {
            row.next();
            return row.getString(1);
        }
    }

    private double timed(Path extract, List<String> tables) throws SQLException {
        run("checkpoint");
        long before = System.nanoTime();
        run("truncate bare.extract");
        run("copy bare.extract from '%s' with (format csv, header true)".formatted(extract));
        run(mergeExtract());
        for (String table : tables) {
            run("create temp table stage as table %s with no data".formatted(bare(table)));
            run("copy stage from '%s' with (format binary)".formatted(file(table)));
            run(merge(table));
            run("drop table stage");
        }
        return (System.nanoTime() - before) / 1e9;
    }

    private String mergeExtract() {
        String all = String.join(", ", ExtractFile.COLUMNS);
        List<String> rest = ExtractFile.COLUMNS.subList(1, ExtractFile.COLUMNS.size());
        String news = rest.stream().map(each -> "e." + each).collect(Collectors.joining(", "));
        return """
                merge into bare.previous p using bare.extract e on p.record_id = e.record_id
                when matched and (%2$s) is distinct from (%3$s) then update set (%4$s) = row(%3$s)
                when not matched then insert (%1$s) values (e.record_id, %3$s)
                """.formatted(
                        all,
                        rest.stream().map(each -> "p." + each).collect(Collectors.joining(", ")),
                        news,
                        String.join(", ", rest));
    }

    private String merge(String table) throws SQLException {
        String key = String.valueOf(TABLES.get(table));
        String same = List.of(key.split(", ")).stream()
                .map(each -> "t.%1$s = s.%1$s".formatted(each))
                .collect(Collectors.joining(" and "));
        String ends = table.equals("people.address")
                ? "when matched then update set until_on = s.until_on, ended_by = s.ended_by, ended_at = s.ended_at,"
                        + " version = s.version"
                : "when matched then do nothing";
        String columns = columns(table);
        String values =
                List.of(columns.split(", ")).stream().map(each -> "s." + each).collect(Collectors.joining(", "));
        return "merge into %s t using stage s on %s %s when not matched then insert (%s) overriding system value values (%s)"
                .formatted(bare(table), same, ends, columns, values);
    }

    private String columns(String table) throws SQLException {
        try (Statement statement = sql.createStatement();
                ResultSet rows = statement.executeQuery("table %s limit 0".formatted(table))) {
            StringBuilder columns = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.append(i == 1 ? "" : ", ").append(rows.getMetaData().getColumnName(i));
            }
            return columns.toString();
        }
    }

    private void export(String table, String condition) throws SQLException {
        run("copy (select * from %s where %s) to '%s' with (format binary)".formatted(table, condition, file(table)));
    }

    private Path file(String table) {
        return folder.resolve(table + ".copy");
    }

    private static String bare(String table) {
        return "bare." + table.replace('.', '_');
    }

    private void run(String statement) throws SQLException {
        try (Statement running = sql.createStatement()) {
            running.execute(statement);
        }
    }
}
