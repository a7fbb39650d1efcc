package uk.sightline.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.people.NewPerson.Background;
import uk.sightline.platform.Actor;

/** Reads one person: what is said outright, the dated facts, what changed, who works with them. */
@Repository
@Transactional
class PersonQueries {

    private static final String PERSON = """
            select p.id, p.reference, p.display_name, p.born_from, p.born_to, p.born_precision, p.born_text, p.sex,
                   p.gender_identity, p.pronouns, p.ethnicity, p.religion, p.nationality, p.first_language,
                   p.interpreter, p.immigration, p.died_on, p.source, p.version, p.created_by, p.created_at
            from people.person p
            where p.id = :id
            """;

    private static final String FACTS = """
            select f.part, f.id, f.code, f.title, f.detail, f.mark, f.other_id, f.review_on, f.from_on, f.until_on,
                   f.source, f.created_by, f.created_at, f.ended_at, f.corrected_at, f.corrected_why, f.version
            from people.fact f
            where f.person_id = :id
            order by f.until_on nulls first, f.from_on desc nulls last, f.created_at desc, f.id
            """;

    private static final String CHANGES = """
            select c.what, c.was, c.became, c.why, c.created_by, c.created_at
            from people.change c
            where c.person_id = :id
            order by c.created_at desc, c.id
            """;

    private static final String RELATIVES = """
            select r.person_id as id, r.kind as code, p.display_name as name
            from people.relationship r join people.person p on p.id = r.person_id
            where r.other_id = :id and r.corrected_at is null and r.until_on is null
            order by r.created_at
            """;

    private static final String COLLEAGUES =
            "select w.name, w.label, w.phone, w.via, w.reason, w.until_at from people.works_with(:id) w";

    private static final String BY_REFERENCE =
            "select coalesce(p.merged_into, p.id) from people.person p where p.reference = :reference";

    private static final String KEPT_FOR =
            "select p.merged_into from people.person p where p.id = :id and p.merged_into is not null";

    private static final String GIVEN_UP_FOR =
            "select p.reference from people.person p where p.merged_into = :id order by p.reference";

    private static final String RECENT = """
            with seen as (
              select a.record, a.at from audit.act a
              where a.actor = :me and a.action = 'view' and a.kind = 'identity'
              order by a.at desc limit 200)
            select seen.record from seen group by seen.record order by max(seen.at) desc limit 30
            """;

    private final JdbcClient sql;
    private final CandidateQueries cards;

    PersonQueries(JdbcClient sql, CandidateQueries cards) {
        this.sql = sql;
        this.cards = cards;
    }

    Optional<Known> person(UUID id) {
        return sql.sql(PERSON).param("id", id).query((row, n) -> known(row)).optional();
    }

    /** For which record this one was given up, if it was. */
    Optional<UUID> keptFor(UUID id) {
        return sql.sql(KEPT_FOR).param("id", id).query(UUID.class).optional();
    }

    /** References of records that were given up for this one. */
    List<String> givenUpFor(UUID id) {
        return sql.sql(GIVEN_UP_FOR).param("id", id).query(String.class).list();
    }

    List<FactRow> facts(UUID id) {
        return sql.sql(FACTS).param("id", id).query(FactRow.class).list();
    }

    List<Change> changes(UUID id) {
        return sql.sql(CHANGES).param("id", id).query(Change.class).list();
    }

    List<Relative> relatives(UUID id) {
        return sql.sql(RELATIVES).param("id", id).query(Relative.class).list();
    }

    List<Worker> worksWith(UUID id) {
        return sql.sql(COLLEAGUES).param("id", id).query(Worker.class).list();
    }

    Optional<PersonCard> byReference(String typed) {
        return sql.sql(BY_REFERENCE)
                .param("reference", typed.strip().toUpperCase(Locale.ROOT))
                .query(UUID.class)
                .optional()
                .flatMap(id -> cards.cards(List.of(id)).stream().findFirst());
    }

    /** The last ten people whose records the actor opened and may still see, the latest first. */
    List<PersonCard> recentlyOpened() {
        List<UUID> ids = sql.sql(RECENT)
                .param("me", Actor.current().id())
                .query(UUID.class)
                .list();
        var found = cards.cards(ids);
        return ids.stream()
                .flatMap(id -> found.stream().filter(card -> card.id().equals(id)))
                .limit(10)
                .toList();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("display_name"),
                new About(
                        Births.read(row),
                        row.getString("born_text"),
                        background(row),
                        row.getObject("died_on", LocalDate.class)),
                row.getString("source"),
                row.getInt("version"),
                row.getObject("created_by", UUID.class),
                row.getTimestamp("created_at").toInstant());
    }

    private static Background background(ResultSet row) throws SQLException {
        return new Background(
                row.getString("sex"),
                row.getString("gender_identity"),
                row.getString("pronouns"),
                row.getString("ethnicity"),
                row.getString("religion"),
                row.getString("nationality"),
                row.getString("first_language"),
                row.getObject("interpreter", Boolean.class),
                row.getString("immigration"));
    }

    /** What is said of a person outright, and who began the record. */
    record Known(
            UUID id,
            String reference,
            String name,
            About about,
            String source,
            int version,
            UUID createdBy,
            Instant createdAt) {}

    /** Something said outright that was changed. */
    record Change(
            String what,
            @Nullable String was,
            @Nullable String became,
            String why,
            UUID createdBy,
            Instant createdAt) {}

    /** Somebody whose record names this person; {@code code} is what this person is to them. */
    record Relative(UUID id, String code, String name) {}

    /** An account, or a team when there is no name. */
    record Worker(
            @Nullable String name,
            @Nullable String label,
            @Nullable String phone,
            String via,
            String reason,
            @Nullable Instant untilAt) {}
}
