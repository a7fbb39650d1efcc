package uk.sightline.people;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonCare;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonFlag;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.Fact.PersonNeed;
import uk.sightline.people.Fact.PersonRelationship;
import uk.sightline.people.Fact.PersonSchooling;
import uk.sightline.platform.BulkRows;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;

/** Facts of many people on their way into their tables. */
final class FactRows {

    private static final String OF_ANY = "id, person_id, from_on, until_on, source, created_by, created_at, ";

    private final Map<FactKind, BulkRows> rows = new EnumMap<>(FactKind.class);
    private final UUID by;

    FactRows(UUID by) {
        this.by = by;
        rows.put(FactKind.NAME, table("people.name", "kind, full_name, given_name, family_name"));
        rows.put(FactKind.IDENTIFIER, table("people.identifier", "scheme, value, status"));
        rows.put(FactKind.ADDRESS, table("people.address", "kind, lines, postcode, uprn, protected"));
        rows.put(FactKind.CONTACT, table("people.contact", "kind, value, whose, safe, note"));
        rows.put(
                FactKind.RELATIONSHIP,
                table("people.relationship", "kind, other_id, other_name, parental_responsibility, note"));
        rows.put(FactKind.CARE, table("people.care_status", "status, note"));
        rows.put(FactKind.SCHOOL, table("people.schooling", "urn, status, note"));
        rows.put(FactKind.NEED, table("people.need", "code_set, code, impact"));
        rows.put(FactKind.FLAG, table("people.flag", "code, reason, review_on"));
    }

    private static BulkRows table(String name, String columns) {
        return BulkRows.into(name, OF_ANY + columns);
    }

    /**
     * Whose facts they are.
     *
     * @param at when they are written down
     */
    record Written(UUID person, String source, Instant at) {}

    /** @return the fact's id */
    UUID add(Written entry, Fact fact) {
        return switch (fact) {
            case PersonName it -> add(entry, it, it.code(), it.full(), it.given(), it.family());
            case PersonIdentifier it ->
                add(
                        entry,
                        it,
                        it.scheme().name(),
                        it.value(),
                        it.status().name().toLowerCase(Locale.ROOT));
            case PersonAddress it -> add(entry, it, it.code(), it.lines(), it.postcode(), it.uprn(), it.isProtected());
            case PersonContact it -> add(entry, it, it.code(), it.value(), it.whose(), it.safe(), it.note());
            case PersonRelationship it ->
                add(entry, it, it.code(), it.other(), it.otherName(), it.parentalResponsibility(), it.note());
            case PersonCare it -> add(entry, it, it.code(), it.note());
            case PersonSchooling it -> add(entry, it, it.urn(), it.code(), it.note());
            case PersonNeed it -> add(entry, it, it.codeSet(), it.code(), it.impact());
            case PersonFlag it -> add(entry, it, it.code(), it.reason(), it.reviewOn());
        };
    }

    private UUID add(Written entry, Fact fact, @Nullable Object... own) {
        UUID id = Ids.next();
        Object from = fact instanceof PersonFlag && fact.from() == null ? London.date(entry.at()) : fact.from();
        Stream<@Nullable Object> ofAny =
                Stream.of(id, entry.person(), from, fact.until(), entry.source(), by, entry.at());
        java.util.Objects.requireNonNull(rows.get(fact.kind()))
                .add(Stream.concat(ofAny, Stream.of(own)).toArray());
        return id;
    }

    void write(JdbcOperations sql) {
        rows.values().forEach(each -> each.write(sql));
    }
}
