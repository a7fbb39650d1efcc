package uk.sightline.district;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.sightline.district.InventedPerson.CareStatus;
import uk.sightline.district.InventedPerson.ContactOf;
import uk.sightline.people.Fact;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonCare;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonFlag;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.Fact.PersonNeed;
import uk.sightline.people.Fact.PersonSchooling;

/** What the index holds about an invented person, in codes of the practice pack. */
record PersonFacts(PackCodes codes, LocalDate today) {

    private static final List<String[]> FLAGS = List.of(
            new String[] {"exploitation", "Referred more than once about exploitation."},
            new String[] {"missing-repeat", "Missing three times in 90 days."},
            new String[] {"do-not-contact-home", "Asked that nobody rings the home number."},
            new String[] {"allergy", "Carries an auto-injector."},
            new String[] {"self-harm", "Safety plan with the school nurse."});

    private static final int REVIEW_DAYS = 90;

    List<Fact> of(InventedPerson person, Dice dice) {
        List<Fact> facts = new ArrayList<>();
        addNames(person, facts);
        person.identifiers()
                .forEach(each -> facts.add(new PersonIdentifier(each.scheme(), each.value(), each.status())));
        addAddresses(person, dice, facts);
        addContacts(person, facts);
        addSchool(person, dice, facts);
        care(person.careStatus())
                .ifPresent(code -> facts.add(new PersonCare(code, null, today.minusDays(dice.between(20, 700)), null)));
        addNeeds(person, facts);
        addFlag(person, dice, facts);
        return facts;
    }

    private static void addNames(InventedPerson person, List<Fact> facts) {
        for (InventedPerson.Name name : person.names()) {
            String kind = switch (name.kind()) {
                case LEGAL -> "legal";
                case KNOWN_AS -> "known-as";
                case ALIAS -> "alias";
                case OTHER_SCRIPT -> "script";
            };
            facts.add(PersonName.of(kind, name.given(), name.surname()));
        }
    }

    private void addAddresses(InventedPerson person, Dice dice, List<Fact> facts) {
        InventedPerson.Address home = person.address();
        LocalDate moved = today.minusDays(dice.between(30, 3_000));
        boolean placed = person.careStatus() == CareStatus.LOOKED_AFTER;
        facts.add(new PersonAddress(
                placed ? "placement" : "home",
                home.line() + ", " + home.town(),
                home.postcode(),
                null,
                dice.chance(0.5),
                moved,
                null));
        if (dice.chance(12)) {
            InventedPerson.Address before = Homes.draw(dice);
            facts.add(new PersonAddress(
                    "former",
                    before.line() + ", " + before.town(),
                    before.postcode(),
                    null,
                    false,
                    moved.minusDays(dice.between(200, 2_000)),
                    moved));
        }
    }

    private static void addContacts(InventedPerson person, List<Fact> facts) {
        for (InventedPerson.Contact contact : person.contacts()) {
            String safe = contact.safe() == InventedPerson.Safe.NOT_KNOWN
                    ? "unknown"
                    : contact.safe().name().toLowerCase(Locale.ROOT);
            facts.add(new PersonContact(
                    contact.of() == ContactOf.HOME ? "landline" : "mobile",
                    contact.phone(),
                    contact.of() == ContactOf.PARENT_OR_CARER ? "Parent or carer" : null,
                    safe,
                    null,
                    null,
                    null));
        }
    }

    private void addSchool(InventedPerson person, Dice dice, List<Fact> facts) {
        int age = age(person);
        if (age < 4 || age > 17) {
            return;
        }
        LocalDate since = today.minusDays(dice.between(60, 1_000));
        if (person.schoolUrn().isPresent()) {
            String urn = codes.school(age, person.index());
            facts.add(new PersonSchooling(urn, dice.chance(4) ? "part-time" : "on-roll", null, since, null));
        } else {
            facts.add(new PersonSchooling(null, dice.chance(70) ? "EHE" : "CME", null, since, null));
        }
    }

    private static Optional<String> care(CareStatus status) {
        return switch (status) {
            case NONE -> Optional.empty();
            case CHILD_IN_NEED -> Optional.of("CIN");
            case CHILD_PROTECTION -> Optional.of("CP");
            case LOOKED_AFTER -> Optional.of("LAC");
            case CARE_LEAVER -> Optional.of("care-leaver");
            case UNACCOMPANIED -> Optional.of("UASC");
            case PRIVATELY_FOSTERED -> Optional.of("privately-fostered");
        };
    }

    private static void addNeeds(InventedPerson person, List<Fact> facts) {
        person.background().disabilities().stream()
                .filter(code -> !code.equals("NONE"))
                .forEach(code -> facts.add(new PersonNeed("disability", code, null)));
        if (person.background().needsInterpreter()) {
            facts.add(new PersonNeed("communication-need", "interpreter", null));
        }
    }

    private void addFlag(InventedPerson person, Dice dice, List<Fact> facts) {
        boolean young = age(person) >= 11 && age(person) < 19;
        if (dice.chance(young ? 4 : 0.2)) {
            String[] flag = dice.pick(FLAGS);
            facts.add(new PersonFlag(flag[0], flag[1], today.plusDays(dice.between(-10, REVIEW_DAYS))));
        }
    }

    private int age(InventedPerson person) {
        return Period.between(person.born(), today).getYears();
    }
}
