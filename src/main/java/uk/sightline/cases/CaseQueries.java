package uk.sightline.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Colleague;

/** Reads the work with a person with the reader's own eyes: whoever may not know of it finds none. */
@Repository
@Transactional
class CaseQueries {

    private static final String PERIODS = """
            select i.id, i.why, i.opened_at, i.opened_by, i.closed_at, i.closed_by, i.closure, i.closed_why
            from cases.involvement i where i.person_id = :person order by i.opened_at, i.id
            """;

    private static final String STEPS = """
            select l.involvement_id, l.strand, l.level, l.calculated, l.why, l.source_kind, l.source_id,
                   l.decided_by, l.decided_at, l.countersigned_by
            from cases.level l where l.person_id = :person order by l.decided_at, l.no
            """;

    private static final String WORKERS = """
            select w.id, w.involvement_id, w.role, w.account_id, w.from_at, w.until_at, w.reason, w.given_by, w.ended_by,
                   w.ended_why
            from cases.worker w where w.person_id = :person order by w.from_at, w.until_at nulls last, w.id
            """;

    private static final String STANDING = """
            select s.strand, s.level, s.since, s.previous, s.decided_at
            from cases.standing s where s.person_id = :person
            """;

    private static final String ANY = "select exists (select from cases.involvement i where i.person_id = :person)";

    /** Goes up with every period that begins or ends and every level that is decided. */
    private static final String VERSION = """
            select (select coalesce(sum(i.version + 1), 0) from cases.involvement i where i.person_id = :person)
                   + (select count(*) from cases.level l where l.person_id = :person)
            """;

    /** Goes up with everybody who begins or ends in the role. */
    private static final String VERSION_OF_ROLE = """
            select coalesce(sum(w.version + 1), 0) from cases.worker w where w.person_id = :person and w.role = :role
            """;

    private final JdbcClient sql;
    private final Colleagues colleagues;

    CaseQueries(JdbcClient sql, Colleagues colleagues) {
        this.sql = sql;
        this.colleagues = colleagues;
    }

    CaseFile file(UUID person) {
        return new CaseFile(
                list(PERIODS, person, Involvement.class),
                list(STEPS, person, LevelStep.class),
                list(WORKERS, person, Worker.class));
    }

    /** Whether there is or was work that the actor may know of. */
    boolean hasAny(UUID person) {
        return sql.sql(ANY).param("person", person).query(Boolean.class).single();
    }

    List<Standing> standing(UUID person) {
        return list(STANDING, person, Standing.class);
    }

    int version(UUID person) {
        return sql.sql(VERSION).param("person", person).query(Integer.class).single();
    }

    int version(UUID person, Role role) {
        return sql.sql(VERSION_OF_ROLE)
                .param("person", person)
                .param("role", role.code())
                .query(Integer.class)
                .single();
    }

    /** Of accounts, also of those that have ended. */
    Function<UUID, String> names() {
        Map<UUID, String> known = new HashMap<>();
        return id -> known.computeIfAbsent(
                id, each -> colleagues.find(each).map(Colleague::name).orElse("A colleague"));
    }

    private <T> List<T> list(String statement, UUID person, Class<T> type) {
        return sql.sql(statement).param("person", person).query(type).list();
    }
}
