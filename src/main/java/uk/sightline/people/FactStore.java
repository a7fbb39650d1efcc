package uk.sightline.people;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonCare;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonFlag;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.Fact.PersonNeed;
import uk.sightline.people.Fact.PersonRelationship;
import uk.sightline.people.Fact.PersonSchooling;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/** Adds facts. How they end is {@link FactEnds}. */
@Repository
class FactStore {

    private static final String ADD_NAME = """
            insert into people.name (id, person_id, kind, full_name, given_name, family_name, from_on, until_on, source,
              created_by, created_at)
            values (:id, :person, :code, :full, :given, :family, :from, :until, :source, :by, :at)
            """;

    private static final String ADD_IDENTIFIER = """
            insert into people.identifier (id, person_id, scheme, value, status, from_on, until_on, source,
              created_by, created_at)
            values (:id, :person, :scheme, :value, :status, :from, :until, :source, :by, :at)
            """;

    private static final String ADD_ADDRESS = """
            insert into people.address (id, person_id, kind, lines, postcode, uprn, protected, from_on, until_on, source,
              created_by, created_at)
            values (:id, :person, :code, :lines, :postcode, :uprn, :protected, :from, :until, :source, :by, :at)
            """;

    private static final String ADD_CONTACT = """
            insert into people.contact (id, person_id, kind, value, whose, safe, note, from_on, until_on, source,
              created_by, created_at)
            values (:id, :person, :code, :value, :whose, :safe, :note, :from, :until, :source, :by, :at)
            """;

    private static final String ADD_RELATIONSHIP = """
            insert into people.relationship (id, person_id, kind, other_id, other_name, parental_responsibility, note,
              from_on, until_on, source, created_by, created_at)
            values (:id, :person, :code, :other, :otherName, :responsibility, :note, :from, :until, :source, :by, :at)
            """;

    private static final String ADD_CARE = """
            insert into people.care_status (id, person_id, status, note, from_on, until_on, source, created_by, created_at)
            values (:id, :person, :code, :note, :from, :until, :source, :by, :at)
            """;

    private static final String ADD_SCHOOLING = """
            insert into people.schooling (id, person_id, urn, status, note, from_on, until_on, source,
              created_by, created_at)
            values (:id, :person, :urn, :code, :note, :from, :until, :source, :by, :at)
            """;

    private static final String ADD_NEED = """
            insert into people.need (id, person_id, code_set, code, impact, from_on, until_on, source,
              created_by, created_at)
            values (:id, :person, :codeSet, :code, :impact, :from, :until, :source, :by, :at)
            """;

    private static final String ADD_FLAG = """
            insert into people.flag (id, person_id, code, reason, review_on, from_on, until_on, source,
              created_by, created_at)
            values (:id, :person, :code, :reason, :reviewOn, coalesce(:from::date, :today), :until, :source, :by, :at)
            """;

    private final JdbcClient sql;
    private final InstantSource time;

    FactStore(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    UUID add(UUID person, Fact fact, String source) {
        UUID id = Ids.next();
        insert(fact)
                .param("id", id)
                .param("person", person)
                .param("from", fact.from())
                .param("until", fact.until())
                .param("source", source)
                .param("by", Actor.current().id())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private StatementSpec insert(Fact fact) {
        return switch (fact) {
            case PersonName name -> name(name);
            case PersonIdentifier identifier -> identifier(identifier);
            case PersonAddress address -> address(address);
            case PersonContact contact -> contact(contact);
            case PersonRelationship other -> relationship(other);
            case PersonCare care -> sql.sql(ADD_CARE).param("code", care.code()).param("note", care.note());
            case PersonSchooling school -> schooling(school);
            case PersonNeed need -> need(need);
            case PersonFlag flag -> flag(flag);
        };
    }

    private StatementSpec name(PersonName name) {
        return sql.sql(ADD_NAME)
                .param("code", name.code())
                .param("full", name.full())
                .param("given", name.given())
                .param("family", name.family());
    }

    private StatementSpec identifier(PersonIdentifier identifier) {
        return sql.sql(ADD_IDENTIFIER)
                .param("scheme", identifier.scheme().name())
                .param("value", identifier.value())
                .param("status", identifier.status().name().toLowerCase(Locale.ROOT));
    }

    private StatementSpec address(PersonAddress address) {
        return sql.sql(ADD_ADDRESS)
                .param("code", address.code())
                .param("lines", address.lines())
                .param("postcode", address.postcode())
                .param("uprn", address.uprn())
                .param("protected", address.isProtected());
    }

    private StatementSpec contact(PersonContact contact) {
        return sql.sql(ADD_CONTACT)
                .param("code", contact.code())
                .param("value", contact.value())
                .param("whose", contact.whose())
                .param("safe", contact.safe())
                .param("note", contact.note());
    }

    private StatementSpec relationship(PersonRelationship other) {
        return sql.sql(ADD_RELATIONSHIP)
                .param("code", other.code())
                .param("other", other.other())
                .param("otherName", other.otherName())
                .param("responsibility", other.parentalResponsibility())
                .param("note", other.note());
    }

    private StatementSpec schooling(PersonSchooling school) {
        return sql.sql(ADD_SCHOOLING)
                .param("urn", school.urn())
                .param("code", school.code())
                .param("note", school.note());
    }

    private StatementSpec need(PersonNeed need) {
        return sql.sql(ADD_NEED)
                .param("codeSet", need.codeSet())
                .param("code", need.code())
                .param("impact", need.impact());
    }

    private StatementSpec flag(PersonFlag flag) {
        LocalDate today = uk.sightline.platform.London.date(time.instant());
        return sql.sql(ADD_FLAG)
                .param("code", flag.code())
                .param("reason", flag.reason())
                .param("reviewOn", flag.reviewOn())
                .param("today", today);
    }
}
