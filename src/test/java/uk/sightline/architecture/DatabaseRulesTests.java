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
            "platform.following",
            "platform.job",
            "platform.session",
            "platform.session_attributes");

    /** Columns that look like a person's id and need not follow when two records are merged, each with its reason. */
    private static final List<String> NAME_NOBODY_WHO_IS_MERGED = List.of(
            "access.seal.person_id", // nobody who is closed is merged
            "access.seal_member.person_id",
            "clocks.clock.subject_id", // a record: a referral, a merge, a correction
            "clocks.clock_event.subject_id",
            "clocks.notice.subject_id",
            "clocks.pause.subject_id",
            "people.card.person_id", // drawn anew
            "duplicates.pair.other_id", // stands aside with what was said of it, and stands again when the merge is
            // undone
            "people.search_key.person_id", // written anew
            "people.to_compare.person_id", // both are compared anew
            "referrals.judgement.subject_id"); // a subject of a referral, who follows

    private static final String LOOK_LIKE_A_PERSON = """
            select n.nspname || '.' || c.relname || '.' || a.attname
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
            join pg_namespace n on n.oid = c.relnamespace
            left join platform.following f on f.tab = n.nspname || '.' || c.relname and f.col = a.attname
            where a.attnum > 0 and a.atttypid = 'uuid'::regtype and n.nspname not in ('audit', 'merges', 'migrations')
              and (a.attname ~ 'person|subject|merged_into'
                   or a.attname = 'other_id'
                   or exists (select from pg_constraint k
                              where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'people.person'::regclass
                                and a.attnum = any (k.conkey)))
              and c.relpersistence <> 't'
              and f.tab is null
            order by 1
            """;

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
            select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
            where r.rolname = 'sightline_app' and c.relpersistence <> 't'
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

    @Test
    void everyColumnThatNamesAPersonFollowsWhenRecordsAreMerged() {
        assertThat(sql.sql(LOOK_LIKE_A_PERSON).query(String.class).list()).isSubsetOf(NAME_NOBODY_WHO_IS_MERGED);
    }
}
