package uk.sightline.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** How many rows every table of a database has, to see what a piece of work wrote. */
record RowCounts(Map<String, Long> rows) {

    private static final String TABLES = """
            select format('select %L, count(*) from %I.%I', n.nspname || '.' || c.relname, n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            """;

    static RowCounts of(Connection superuser) throws SQLException {
        StringBuilder counts = new StringBuilder();
        Map<String, Long> rows = new TreeMap<>();
        try (Statement statement = superuser.createStatement()) {
            try (ResultSet tables = statement.executeQuery(TABLES)) {
                while (tables.next()) {
                    counts.append(counts.isEmpty() ? "" : " union all ").append(tables.getString(1));
                }
            }
            try (ResultSet counted = statement.executeQuery(counts.toString())) {
                while (counted.next()) {
                    rows.put(counted.getString(1), counted.getLong(2));
                }
            }
        }
        return new RowCounts(rows);
    }

    /** By table, what has come to it since; tables that nothing came to are left out. */
    Map<String, Long> since(RowCounts before) {
        Map<String, Long> more = new TreeMap<>();
        rows.forEach((table, now) -> {
            long added = now - before.rows.getOrDefault(table, 0L);
            if (added != 0) {
                more.put(table, added);
            }
        });
        return more;
    }
}
