package uk.sightline.district;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.sightline.district.InventedPerson.Kin;
import uk.sightline.district.InventedPerson.Relation;
import uk.sightline.people.BulkPeople.Entry;
import uk.sightline.people.Fact;
import uk.sightline.people.Fact.PersonRelationship;
import uk.sightline.people.NewPerson;
import uk.sightline.people.NewPerson.Background;
import uk.sightline.platform.London;

/** Neighbours as the people index keeps them: what each is to the other stands in both records. */
final class IndexEntries {

    private static final List<String> SOURCES =
            List.of("School census", "Children's case system", "Adult case system", "Health register", "Referral");

    private static final int OLDEST_RECORD_DAYS = 12 * 365;

    private final Plan plan;
    private final PersonFacts facts;
    private final PackCodes codes;

    IndexEntries(Plan plan, PackCodes codes) {
        this.plan = plan;
        this.codes = codes;
        this.facts = new PersonFacts(codes, plan.on());
    }

    List<Entry> of(List<InventedPerson> neighbours) {
        Map<Long, InventedPerson> byIndex = new HashMap<>();
        neighbours.forEach(person -> byIndex.put(person.index(), person));
        Map<Long, List<Fact>> kin = kin(neighbours, byIndex);
        return neighbours.stream()
                .map(person -> entry(person, kin.getOrDefault(person.index(), List.of())))
                .toList();
    }

    private Entry entry(InventedPerson person, List<Fact> kin) {
        Dice dice = Dice.of(plan.seed(), "record", person.index());
        List<Fact> known = new ArrayList<>(facts.of(person, dice));
        known.addAll(kin);
        return new Entry(
                plan.person(person.index()),
                plan.reference(person.index()),
                new NewPerson(person.recordedBirth(), null, background(person), null, known, dice.pick(SOURCES)),
                made(person, dice));
    }

    private Background background(InventedPerson person) {
        InventedPerson.Background known = person.background();
        return new Background(
                String.valueOf(person.sex().code()),
                null,
                null,
                known.ethnicity(),
                religion(known.religion()),
                null,
                codes.language(known.firstLanguage()),
                known.needsInterpreter(),
                person.careStatus() == InventedPerson.CareStatus.UNACCOMPANIED ? "asylum" : null);
    }

    private static String religion(String name) {
        return name.equals("Not known") ? "unknown" : name.toLowerCase(Locale.ROOT);
    }

    /** The record is younger than the person and older than the last week. */
    private Instant made(InventedPerson person, Dice dice) {
        long lived = Duration.between(person.born().atStartOfDay(London.ZONE).toInstant(), plan.at())
                .toDays();
        int days = dice.between(8, (int) Math.max(9, Math.min(lived, OLDEST_RECORD_DAYS)));
        return plan.at().minus(Duration.ofDays(days)).minusSeconds(dice.below(28_800));
    }

    private Map<Long, List<Fact>> kin(List<InventedPerson> neighbours, Map<Long, InventedPerson> byIndex) {
        Map<Long, List<Fact>> kin = new HashMap<>();
        for (InventedPerson person : neighbours) {
            for (Relation relation : person.relations()) {
                InventedPerson other = byIndex.get(relation.other());
                if (other != null) {
                    add(kin, person, relation.kin().name().toLowerCase(Locale.ROOT), other, relation.kin());
                    add(kin, other, turned(relation.kin()), person, Kin.SIBLING);
                }
            }
        }
        return kin;
    }

    private void add(Map<Long, List<Fact>> kin, InventedPerson person, String kind, InventedPerson other, Kin to) {
        boolean parent = to == Kin.MOTHER || to == Kin.FATHER;
        boolean child = Period.between(person.born(), plan.on()).getYears() < 18;
        LocalDate always = null;
        kin.computeIfAbsent(person.index(), index -> new ArrayList<>())
                .add(new PersonRelationship(
                        kind,
                        plan.person(other.index()),
                        other.fullName(),
                        parent && child ? "yes" : "unknown",
                        null,
                        always,
                        null));
    }

    private static String turned(Kin kin) {
        return switch (kin) {
            case MOTHER, FATHER -> "child";
            case SIBLING -> "sibling";
            case PARTNER -> "partner";
        };
    }
}
