package uk.sightline.architecture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * How PostgreSQL would carry statements out in a large district, and what their functions and policies run inside: as the
 * run-time role, under its policies, with plans that hold for any values. Nothing of it stays.
 */
final class Plans implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String ACT =
            "select set_config('sightline.actor', '%s', true), set_config('sightline.at', '2026-11-27T09:00:00Z', true)";

    private static final String INDEXES = "select indexname, schemaname || '.' || tablename from pg_indexes";

    /**
     * The planner multiplies how dense a table is with how long its file is: a million rows in the few pages that there are.
     * Of a table without a page it can be told nothing; as never counted it is taken for ten pages.
     */
    private static final String LARGE = """
            update pg_class c
            set relpages = pg_relation_size(c.oid) / current_setting('block_size')::int,
                reltuples = case when pg_relation_size(c.oid) = 0 then -1
                                 when exists (select from pg_index i where i.indexrelid = c.oid and i.indpred is not null)
                                 then 50000
                                 else 1000000 end
            from pg_namespace n
            where n.oid = c.relnamespace and c.relkind in ('r', 'i') and n.nspname !~ '^(pg_|information_schema|public)'
            """;

    /** Few rows name the same record; many name the same account or team, which is what is taken of columns not counted. */
    private static final String FEW_EACH = """
            select pg_restore_attribute_stats('schemaname', n.nspname::text, 'relname', c.relname::text, 'attname', a.attname::text,
                     'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', '-0.5'::real)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and a.attnum > 0 and a.atttypid = 'uuid'::regtype
              and n.nspname !~ '^(pg_|information_schema|public)' and a.attname !~ '^(actor|account_id|owner_id|team_id|.*_by)$'
            """;

    /** {@code auto_explain} says each plan, also of what runs inside a function, with a notice. */
    private static final List<String> SAY_PLANS = List.of(
            "load 'auto_explain'",
            "set auto_explain.log_min_duration = 0",
            "set auto_explain.log_nested_statements = on",
            "set auto_explain.log_verbose = on",
            "set auto_explain.log_format = json",
            "set auto_explain.log_level = notice",
            "set client_min_messages = notice",
            "set enable_seqscan = off",
            "set plan_cache_mode = force_generic_plan");

    private final Connection connection;
    private final Statement statement;
    private final Map<String, String> tables = new HashMap<>();

    private Plans(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.createStatement();
    }

    /** Of statements that this account runs. */
    static Plans as(Connection superuser, UUID account) throws SQLException {
        Plans plans = new Plans(superuser);
        superuser.setAutoCommit(false);
        try (ResultSet rows = plans.statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                plans.tables.put(rows.getString(1), rows.getString(2));
            }
        }
        plans.statement.execute(LARGE);
        plans.statement.execute(FEW_EACH);
        for (String setting : SAY_PLANS) {
            plans.statement.execute(setting);
        }
        plans.statement.execute("set local role sightline_app");
        plans.statement.execute(ACT.formatted(account));
        return plans;
    }

    /** Something that is done to the database first, by its administrator. */
    Plans after(String change) throws SQLException {
        statement.execute("reset role");
        statement.execute(change);
        statement.execute("set local role sightline_app");
        return this;
    }

    /** Where a statement, or what runs inside it when it is asked with nothing, goes through a whole table. */
    Set<Scan> of(String sql) throws SQLException {
        Set<Scan> scans = new LinkedHashSet<>();
        Savepoint before = connection.setSavepoint();
        List<String> nulls = prepare(sql);
        String looked = "looked_at" + (nulls.isEmpty() ? "" : "(" + String.join(", ", nulls) + ")");
        try (ResultSet row = statement.executeQuery("explain (verbose, format json) execute " + looked)) {
            row.next();
            scans.addAll(Scan.of(JSON.readTree(row.getString(1)).get(0).get("Plan"), tables));
        }
        scans.addAll(insideAsFarAsItGoes("execute " + looked));
        connection.rollback(before);
        statement.execute("deallocate looked_at");
        return scans;
    }

    /** Where what runs inside of this goes through a whole table. */
    Set<Scan> inside(String sql) throws SQLException {
        try (Statement running = connection.createStatement()) {
            running.execute(sql);
            return said(running);
        }
    }

    /** The same of what may be refused because it is asked with nothing: what ran until then has been said. */
    private Set<Scan> insideAsFarAsItGoes(String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement running = connection.createStatement()) {
            try {
                running.execute(sql);
            } catch (SQLException refused) {
                connection.rollback(before);
            }
            return said(running);
        }
    }

    private Set<Scan> said(Statement statement) throws SQLException {
        Set<Scan> scans = new LinkedHashSet<>();
        for (SQLWarning said = statement.getWarnings(); said != null; said = said.getNextWarning()) {
            String text = String.valueOf(said.getMessage());
            if (text.contains("plan:")) {
                scans.addAll(
                        Scan.of(JSON.readTree(text.substring(text.indexOf('{'))).get("Plan"), tables));
            }
        }
        return scans;
    }

    private List<String> prepare(String sql) throws SQLException {
        String[] parts = (NamedParameterUtils.substituteNamedParameters(
                                NamedParameterUtils.parseSqlStatement(sql), null)
                        + " ")
                .split("\\?", -1);
        StringBuilder numbered = new StringBuilder(parts[0]);
        List<String> nulls = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            numbered.append('$').append(i).append(parts[i]);
            nulls.add("null");
        }
        statement.execute("prepare looked_at as " + numbered);
        return Collections.unmodifiableList(nulls);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
