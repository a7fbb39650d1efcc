package uk.sightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import uk.sightline.SightlineTest;

/**
 * Every SQL statement of the product is described by PostgreSQL, as the run-time role: each table, column, type and
 * grant it needs is there. A statement is a constant, so none escapes; statements put together at run time hold their
 * parts in constants and are run by the tests of their class.
 */
@SightlineTest
class EverySqlStatementTests {

    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+([a-z_]+)\\.([a-z_]+)\\s*(\\(?)");

    @Autowired
    private DataSource dataSource;

    @TestFactory
    Stream<DynamicTest> isUnderstoodByPostgres() {
        return Statements.all().entrySet().stream()
                .map(statement -> dynamicTest(statement.getKey(), () -> describe(statement.getValue())));
    }

    @Test
    void thereAreStatementsToDescribe() {
        assertThat(Statements.all()).hasSizeGreaterThan(20);
    }

    private void describe(String sql) throws Exception {
        String positional =
                NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(sql), null);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(positional)) {
            assertThat(statement.getParameterMetaData()).isNotNull();
        }
    }

    /**
     * Another module's tables are never named; a published view may be, and a database function may be called. The bench
     * holds the product against the bare tables: to name them is what it is for.
     */
    @TestFactory
    Stream<DynamicTest> namesNoOtherModulesTables() {
        return Statements.all().entrySet().stream()
                .filter(statement -> !statement.getKey().startsWith("bench."))
                .map(statement -> dynamicTest(
                        statement.getKey(), () -> namesOwnTables(statement.getKey(), statement.getValue())));
    }

    private void namesOwnTables(String where, String sql) throws Exception {
        String module = where.split("\\.", 2)[0];
        Matcher names = TABLE.matcher(sql);
        while (names.find()) {
            String schema = names.group(1).toLowerCase(Locale.ROOT);
            boolean function = !names.group(3).isEmpty()
                    && !sql.substring(names.start()).toLowerCase(Locale.ROOT).startsWith("into");
            if (!schema.equals(module) && !schema.equals("platform") && !function) {
                assertThat(isView(schema, names.group(2)))
                        .as("%s names %s.%s, a table of another module", where, schema, names.group(2))
                        .isTrue();
            }
        }
    }

    private boolean isView(String schema, String name) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from pg_views where schemaname = ? and viewname = ?")) {
            statement.setString(1, schema);
            statement.setString(2, name);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getInt(1) == 1;
            }
        }
    }
}
