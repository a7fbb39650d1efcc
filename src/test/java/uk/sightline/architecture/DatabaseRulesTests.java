package uk.sightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.sightline.SightlineTest;

/** What must hold of every table, view and role, read from PostgreSQL's own catalogue. */
@SightlineTest
class DatabaseRulesTests {

    /** Tables that hold nothing about the people the partnership protects, so need no row policy. */
    private static final List<String> ABOUT_NOBODY = List.of(
            "access.account",
            "access.agency",
            "access.holding",
            "access.invitation",
            "access.post",
            "access.post_line",
            "access.post_may",
            "access.record_person",
            "access.team",
            "audit.checkpoint",
            "audit.leaf",
            "district.district",
            "district.part",
            "duplicates.progress",
            "people.counted",
            "people.key_count",
            "platform.job",
            "platform.session",
            "platform.session_attributes");

    private static final String TABLES_WITHOUT_FORCED_POLICY = """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p')
              and n.nspname not in ('pg_catalog', 'information_schema', 'migrations', 'public')
              and n.nspname not like 'pg\\_%'
              and not (c.relrowsecurity and c.relforcerowsecurity)
            order by 1
            """;

    private static final String POLICIES_THAT_LET_EVERYTHING_PASS = """
            select schemaname || '.' || tablename || ' ' || policyname
            from pg_policies
            where 'sightline_app' = any (roles) and qual ~ '\\yr\\.id = r\\.id\\y'
            """;

    private static final String VIEWS_WITH_THEIR_OWNERS_EYES = """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'v'
              and n.nspname not in ('pg_catalog', 'information_schema')
              and not coalesce(c.reloptions @> array['security_invoker=true'], false)
            """;

    private static final String OWNED_BY_THE_RUN_TIME_ROLE = """
            select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'sightline_app'
            """;

    private static final String POWERS_OF_THE_RUN_TIME_ROLE = """
            select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
                   or pg_has_role('sightline_app', 'sightline_owner', 'member')
            from pg_roles r where r.rolname = 'sightline_app'
            """;

    private static final String MAY_CHANGE_THE_LOG = """
            select bool_or(has_table_privilege('sightline_app', 'audit.' || t, p))
            from unnest(array['entry', 'leaf', 'checkpoint']) t, unnest(array['update', 'delete', 'truncate']) p
            """;

    @Autowired
    private JdbcClient sql;

    @Test
    void everyTableAboutAPersonForcesItsRowPolicy() {
        assertThat(sql.sql(TABLES_WITHOUT_FORCED_POLICY).query(String.class).list())
                .isSubsetOf(ABOUT_NOBODY);
    }

    /** A bare "id" in a policy's sub-select is the access record's own: it compares a record with itself. */
    @Test
    void noPolicyComparesARecordWithItself() {
        assertThat(sql.sql(POLICIES_THAT_LET_EVERYTHING_PASS)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void everyViewSeesWithTheEyesOfWhoeverAsks() {
        assertThat(sql.sql(VIEWS_WITH_THEIR_OWNERS_EYES).query(String.class).list())
                .isEmpty();
    }

    @Test
    void theRunTimeRoleOwnsNothingAndMayBypassNothing() {
        assertThat(sql.sql(OWNED_BY_THE_RUN_TIME_ROLE).query(String.class).list())
                .isEmpty();
        assertThat(sql.sql(POWERS_OF_THE_RUN_TIME_ROLE).query(Boolean.class).single())
                .isFalse();
    }

    @Test
    void theLogCanOnlyBeAddedTo() {
        assertThat(sql.sql(MAY_CHANGE_THE_LOG).query(Boolean.class).single()).isFalse();
    }
}
