package uk.sightline.district;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.sightline.district.InventedPerson.ContactOf;
import uk.sightline.district.InventedPerson.Name;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.people.Fact;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.NewPerson;
import uk.sightline.people.NewPerson.Background;

/**
 * The same person as another agency wrote them down: misheard, shortened, names changed over, a day for a month, a home
 * they have left, and much left out.
 */
final class FurtherRecord {

    private static final List<String> SOURCES =
            List.of("Referral by telephone", "Health register", "School census", "Police notice");

    private final InventedPerson person;
    private final LocalDate today;
    private final Dice dice;

    FurtherRecord(InventedPerson person, LocalDate today, Dice dice) {
        this.person = person;
        this.today = today;
        this.dice = dice;
    }

    NewPerson told() {
        List<Fact> facts = new ArrayList<>(List.of(name()));
        home().ifPresent(facts::add);
        phone().ifPresent(facts::add);
        number().ifPresent(facts::add);
        String sex = dice.chance(70) ? String.valueOf(person.sex().code()) : null;
        Background known = new Background(sex, null, null, null, null, null, null, null, null);
        return new NewPerson(born(), null, known, null, facts, dice.pick(SOURCES));
    }

    private Fact name() {
        Name name = dice.chance(35) ? dice.pick(person.names()) : person.names().getFirst();
        String given = dice.chance(30) ? firstWord(name.given()) : name.given();
        String family = dice.chance(25) ? lastPart(name.surname()) : name.surname();
        String heard = Misspelt.of(given, dice);
        String spelt = Misspelt.of(family, dice);
        return dice.chance(8) ? PersonName.of("legal", spelt, heard) : PersonName.of("legal", heard, spelt);
    }

    /** Without a middle name. */
    private static String firstWord(String given) {
        int gap = given.indexOf(' ');
        return gap < 0 ? given : given.substring(0, gap);
    }

    /** Half of a double name. */
    private static String lastPart(String surname) {
        return surname.substring(surname.lastIndexOf('-') + 1);
    }

    private BirthDate born() {
        LocalDate born = person.born();
        int at = dice.below(100);
        if (at < 58) {
            return BirthDate.on(born);
        }
        if (at < 73) {
            return BirthDate.on(turned(born));
        }
        if (at < 85) {
            return BirthDate.on(mistyped(born));
        }
        return at < 93 ? BirthDate.in(YearMonth.from(born)) : BirthDate.unknown();
    }

    /** Day and month changed over, where that is a date in the past. */
    private LocalDate turned(LocalDate born) {
        if (born.getDayOfMonth() > 12) {
            return born;
        }
        LocalDate turned = LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
        return turned.isAfter(today) ? born : turned;
    }

    /** One figure wrong: the day, the month or the year. */
    private LocalDate mistyped(LocalDate born) {
        return switch (dice.below(3)) {
            case 0 -> born.minusDays(1);
            case 1 -> born.minusMonths(1);
            default -> born.minusYears(1);
        };
    }

    private Optional<Fact> home() {
        if (!dice.chance(70)) {
            return Optional.empty();
        }
        InventedPerson.Address home = dice.chance(60) ? person.address() : Homes.draw(dice);
        String postcode = dice.chance(85) ? home.postcode() : null;
        return Optional.of(
                new PersonAddress("home", home.line() + ", " + home.town(), postcode, null, false, null, null));
    }

    private Optional<Fact> phone() {
        return person.contacts().stream()
                .filter(contact -> contact.of() == ContactOf.OWN_MOBILE && dice.chance(40))
                .findFirst()
                .map(contact -> new PersonContact("mobile", contact.phone(), null, "unknown", null, null, null));
    }

    private Optional<Fact> number() {
        return person.identifiers().stream()
                .filter(each -> each.scheme() == IdentifierScheme.NHS_NUMBER && dice.chance(25))
                .findFirst()
                .map(each -> new PersonIdentifier(each.scheme(), each.value(), IdentifierStatus.UNKNOWN));
    }
}
