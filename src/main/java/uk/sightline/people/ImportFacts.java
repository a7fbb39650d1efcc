package uk.sightline.people;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;

/** The four kinds of fact that a file holds, compared by their text, ended when the source says otherwise, reopened. */
@Repository
class ImportFacts {

    private static final String SAME_NAME = """
            select f.id from people.name f
            where f.person_id = :person and f.ended_at is null and f.corrected_at is null
              and (:source::text is null or f.source = :source)
              and concat_ws('; ', f.kind, f.full_name, f.given_name, f.family_name) = :said
            limit 1
            """;

    private static final String SAME_IDENTIFIER = """
            select f.id from people.identifier f
            where f.person_id = :person and f.ended_at is null and f.corrected_at is null
              and (:source::text is null or f.source = :source) and f.scheme || '; ' || f.value = :said
            limit 1
            """;

    private static final String SAME_ADDRESS = """
            select f.id from people.address f
            where f.person_id = :person and f.ended_at is null and f.corrected_at is null
              and (:source::text is null or f.source = :source)
              and concat_ws('; ', f.kind, f.lines, f.postcode) = :said
            limit 1
            """;

    private static final String SAME_CONTACT = """
            select f.id from people.contact f
            where f.person_id = :person and f.ended_at is null and f.corrected_at is null
              and (:source::text is null or f.source = :source) and f.kind || '; ' || f.value = :said
            limit 1
            """;

    private static final String END_NAME = """
            update people.name set until_on = :today, ended_by = :by, ended_at = :at, version = version + 1
            where id = :id and ended_at is null
            """;
    private static final String END_IDENTIFIER = """
            update people.identifier set until_on = :today, ended_by = :by, ended_at = :at, version = version + 1
            where id = :id and ended_at is null
            """;
    private static final String END_ADDRESS = """
            update people.address set until_on = :today, ended_by = :by, ended_at = :at, version = version + 1
            where id = :id and ended_at is null
            """;
    private static final String END_CONTACT = """
            update people.contact set until_on = :today, ended_by = :by, ended_at = :at, version = version + 1
            where id = :id and ended_at is null
            """;

    private final JdbcClient sql;
    private final InstantSource time;

    ImportFacts(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    /** What a fact says, as text. */
    static String said(Fact fact) {
        return switch (fact) {
            case PersonName name -> text(name.code(), name.full(), name.given(), name.family());
            case PersonIdentifier number -> text(number.scheme().name(), number.value());
            case PersonAddress address -> text(address.code(), address.lines(), address.postcode());
            case PersonContact contact -> text(contact.code(), contact.value());
            default -> throw new IllegalArgumentException("not in files: " + fact.kind());
        };
    }

    private static String text(@org.jspecify.annotations.Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("; "));
    }

    /**
     * A fact of this kind that says this and holds now.
     *
     * @param source whose fact; null for anybody's
     */
    Optional<UUID> find(FactKind kind, UUID person, String said, @org.jspecify.annotations.Nullable String source) {
        String query = switch (kind) {
            case NAME -> SAME_NAME;
            case IDENTIFIER -> SAME_IDENTIFIER;
            case ADDRESS -> SAME_ADDRESS;
            case CONTACT -> SAME_CONTACT;
            default -> throw new IllegalArgumentException("not in files: " + kind);
        };
        return sql.sql(query)
                .param("person", person)
                .param("source", source)
                .param("said", said)
                .query(UUID.class)
                .optional();
    }

    /** It held until today; it is not overwritten. */
    void end(FactKind kind, UUID id) {
        String update = switch (kind) {
            case NAME -> END_NAME;
            case IDENTIFIER -> END_IDENTIFIER;
            case ADDRESS -> END_ADDRESS;
            case CONTACT -> END_CONTACT;
            default -> throw new IllegalArgumentException("not in files: " + kind);
        };
        sql.sql(update)
                .param("id", id)
                .param("today", London.date(time.instant()))
                .param("by", Actor.current().id())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
