package uk.sightline.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import uk.sightline.people.BulkPeople.Entry;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonFlag;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.Fact.PersonSchooling;
import uk.sightline.platform.BulkRows;

/**
 * The cards of many new people, drawn from what is at hand: their facts need not be read back from tables that may have no
 * index at the moment. They say what {@code people.card_as_drawn} says.
 */
final class CardRows {

    private static final String COLUMNS = """
            person_id, reference, display_name, born_from, born_to, born_precision, sex, died_on, school, area, names,
            identifiers, postcodes, contacts, flags""";

    private final BulkRows rows = BulkRows.into("people.card", COLUMNS);

    void add(Entry entry) {
        NewPerson person = entry.person();
        List<PersonAddress> addresses = of(person, PersonAddress.class).stream()
                .filter(address -> address.postcode() != null && !address.isProtected())
                .toList();
        rows.add(
                entry.id(),
                entry.reference(),
                person.displayName(),
                Births.from(person.born()),
                Births.to(person.born()),
                Births.precision(person.born()),
                person.background().sex(),
                person.diedOn(),
                school(person),
                area(addresses),
                texts(of(person, PersonName.class), PersonName::full),
                texts(of(person, PersonIdentifier.class), CardRows::number),
                texts(addresses, PersonAddress::postcode),
                texts(of(person, PersonContact.class), PersonContact::value),
                texts(of(person, PersonFlag.class), PersonFlag::code));
    }

    void write(JdbcOperations sql) {
        rows.write(sql);
    }

    private static @Nullable String school(NewPerson person) {
        return latest(of(person, PersonSchooling.class).stream()
                        .filter(schooling -> schooling.urn() != null)
                        .toList())
                .map(PersonSchooling::urn)
                .orElse(null);
    }

    private static @Nullable String area(List<PersonAddress> addresses) {
        return latest(addresses)
                .map(PersonAddress::postcode)
                .map(postcode -> postcode.split(" ", 2)[0])
                .orElse(null);
    }

    /** Of those that hold still, the one that began last. */
    private static <T extends Fact> Optional<T> latest(List<T> facts) {
        return facts.stream()
                .filter(fact -> fact.until() == null)
                .max(Comparator.comparing(
                        fact -> fact.from() == null ? LocalDate.MIN : fact.from(), Comparator.naturalOrder()));
    }

    private static @Nullable String number(PersonIdentifier identifier) {
        return identifier.value() == null
                ? null
                : identifier.scheme().name()
                        + ':'
                        + identifier.value()
                        + ':'
                        + identifier.status().name().toLowerCase(Locale.ROOT);
    }

    private static <T extends Fact> List<T> of(NewPerson person, Class<T> kind) {
        return person.facts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <T> List<String> texts(List<T> facts, Function<T, @Nullable String> text) {
        List<String> texts = new ArrayList<>();
        for (T fact : facts) {
            String said = text.apply(fact);
            if (said != null) {
                texts.add(said);
            }
        }
        return texts;
    }
}
