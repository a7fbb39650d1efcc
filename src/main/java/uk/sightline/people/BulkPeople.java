package uk.sightline.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.BulkRecords;
import uk.sightline.access.RecordFacts;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.FactRows.Written;
import uk.sightline.people.NewPerson.Background;
import uk.sightline.people.Probe.Clue;
import uk.sightline.platform.Actor;
import uk.sightline.platform.BulkRows;

/** Many new people at once, with all that {@link People#create} would have kept of each but the act in the log. */
@Component
public class BulkPeople {

    private static final String PERSON = """
            id, reference, display_name, born_from, born_to, born_precision, born_text, sex, gender_identity, pronouns,
            ethnicity, religion, nationality, first_language, interpreter, immigration, died_on, source, created_by,
            created_at""";

    /** The tables with most rows that {@link #add} fills, for their indexes to be set aside meanwhile. */
    public static final List<String> TABLES = List.of(
            "people.search_key",
            "people.card",
            "people.name",
            "people.identifier",
            "people.address",
            "people.contact",
            "people.relationship",
            "people.care_status",
            "people.schooling",
            "people.need",
            "people.flag");

    /** A day that never comes: whoever's birth date is not known is a child and an adult. */
    private static final String NOBODY_KNOWS = "infinity";

    private final JdbcOperations sql;
    private final BulkRecords records;

    BulkPeople(JdbcOperations sql, BulkRecords records) {
        this.sql = sql;
        this.records = records;
    }

    /**
     * Somebody who gets a record.
     *
     * @param reference such as {@code P-7KQ2M4X}, not given to anybody else
     * @param at when the record was made
     */
    public record Entry(UUID id, String reference, NewPerson person, Instant at) {}

    /** Adds people. Facts may name others of the same batch or of one before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<Entry> people) {
        BulkRows persons = BulkRows.into("people.person", PERSON);
        BulkRows keys = BulkRows.intoInOrder("people.search_key", "key, person_id, adult_from", "key");
        BulkRows compared = BulkRows.into("people.to_compare", "person_id");
        CardRows cards = new CardRows();
        FactRows facts = new FactRows(Actor.current().id());
        for (Entry entry : people) {
            addPerson(entry, persons);
            cards.add(entry);
            compared.add(entry.id());
            Written written = new Written(entry.id(), entry.person().source(), entry.at());
            entry.person().facts().forEach(fact -> facts.add(written, fact));
        }
        addKeys(people, keys);
        records.add(People.KIND, people.stream().map(BulkPeople::facts).toList());
        persons.write(sql);
        facts.write(sql);
        keys.write(sql);
        cards.write(sql);
        compared.write(sql);
    }

    /** Names by sound, nickname and mistake are most of the work that is not the database's: on all cores. */
    private static void addKeys(Collection<Entry> people, BulkRows rows) {
        List<Set<String>> keys =
                people.parallelStream().map(entry -> keys(entry.person())).toList();
        Iterator<Set<String>> next = keys.iterator();
        for (Entry entry : people) {
            String id = entry.id().toString();
            String adult =
                    entry.person().born().adultFrom().map(LocalDate::toString).orElse(NOBODY_KNOWS);
            next.next().forEach(key -> rows.add(key, id, adult));
        }
    }

    private static RecordFacts facts(Entry entry) {
        LocalDate adult = entry.person().born().adultFrom().orElse(null);
        return new RecordFacts(entry.id(), People.KIND, adult, adult, Set.of(entry.id()));
    }

    private static void addPerson(Entry entry, BulkRows rows) {
        NewPerson person = entry.person();
        Background known = person.background();
        rows.add(
                entry.id(),
                entry.reference(),
                person.displayName(),
                Births.from(person.born()),
                Births.to(person.born()),
                Births.precision(person.born()),
                person.birthText(),
                known.sex(),
                known.genderIdentity(),
                known.pronouns(),
                known.ethnicity(),
                known.religion(),
                known.nationality(),
                known.firstLanguage(),
                known.interpreter(),
                known.immigration(),
                person.diedOn(),
                person.source(),
                Actor.current().id(),
                entry.at());
    }

    /** As a person's facts would be read back from their tables to be searched by. */
    private static Set<String> keys(NewPerson person) {
        List<String> names = new ArrayList<>();
        List<Clue> clues = new ArrayList<>();
        for (Fact fact : person.facts()) {
            if (fact instanceof PersonName name) {
                names.add(name.full());
            } else {
                clue(fact).ifPresent(clues::add);
            }
        }
        return SearchKeys.of(names, person.born(), clues);
    }

    /** By what somebody is found because of a fact that is no name. */
    static Optional<Clue> clue(Fact fact) {
        return switch (fact) {
            case PersonIdentifier identifier
            when identifier.value() != null -> Optional.of(new Clue(identifier.scheme(), identifier.value()));
            case PersonAddress address
            when address.postcode() != null && !address.isProtected() ->
                Optional.of(new Clue(IdentifierScheme.POSTCODE, address.postcode()));
            case PersonContact contact -> clue(contact);
            default -> Optional.empty();
        };
    }

    private static Optional<Clue> clue(PersonContact contact) {
        return switch (contact.code()) {
            case "mobile", "landline" -> Optional.of(new Clue(IdentifierScheme.PHONE, contact.value()));
            case "social-media" -> Optional.of(new Clue(IdentifierScheme.ONLINE_HANDLE, contact.value()));
            default -> Optional.empty();
        };
    }
}
