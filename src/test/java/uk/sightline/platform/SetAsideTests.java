package uk.sightline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import uk.sightline.SightlineTest;

/** Indexes go and come back as they were; and they stay wherever somebody might need them. */
@SightlineTest
class SetAsideTests {

    private static final List<String> TABLES = List.of("platform.sample");

    private static final String DEFINITIONS = """
            select pg_get_constraintdef(c.oid) from pg_constraint c
            where c.conrelid = 'platform.sample'::regclass and c.contype in ('p', 'u', 'f')
            union
            select pg_get_indexdef(i.indexrelid) from pg_index i where i.indrelid = 'platform.sample'::regclass
            """;

    @Autowired
    private SetAside setAside;

    @Autowired
    private Database database;

    @Autowired
    private ApplicationContext product;

    private JdbcClient superUser;

    @BeforeEach
    void aTableWithEveryKindOfIndex() {
        superUser = SuperUser.of(product);
        run("""
                create table platform.sample (
                  id int primary key, code text unique, session text references platform.session (primary_id), at date)
                """);
        run("create index sample_at on platform.sample (at desc) include (code) where at is not null");
        run("alter table platform.sample owner to sightline_owner");
    }

    @AfterEach
    void gone() {
        run("delete from platform.set_aside where tab = 'platform.sample'");
        run("drop table platform.sample");
    }

    @Test
    void everythingComesBackAsItWas() {
        List<String> before = definitions();
        assertThat(before).hasSize(6);
        assertThat(setAside.from(TABLES)).isTrue();
        assertThat(definitions()).isEmpty();
        assertThat(setAside.left()).isEqualTo(4);
        int[] made = {0};
        setAside.restore(List.of("platform.other"), () -> made[0]++);
        assertThat(made[0]).isZero();
        setAside.restore(TABLES, () -> made[0]++);
        assertThat(made[0]).isEqualTo(4);
        assertThat(definitions()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(setAside.left()).isZero();
    }

    @Test
    void nothingGoesWhileAnotherProcessIsConnected() throws SQLException {
        String url = database.url() + "?ApplicationName=another";
        SimpleDriverDataSource another = new SimpleDriverDataSource(
                new Driver(), url, Database.RUN_TIME, database.passwordOf(Database.RUN_TIME));
        List<String> before = definitions();
        try (Connection connection = another.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(setAside.from(TABLES)).isFalse();
        }
        assertThat(definitions()).isEqualTo(before);
    }

    @Test
    void nothingGoesFromATableThatIsFull() {
        run("insert into platform.sample (id) select generate_series(1, 10001)");
        List<String> before = definitions();
        assertThat(setAside.from(TABLES)).isFalse();
        assertThat(definitions()).isEqualTo(before);
    }

    private List<String> definitions() {
        return superUser.sql(DEFINITIONS).query(String.class).list();
    }

    private void run(String statement) {
        superUser.sql(statement).update();
    }
}
