package uk.sightline.district;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.sightline.district.InventedPerson.Background;
import uk.sightline.district.InventedPerson.CareStatus;
import uk.sightline.district.InventedPerson.Kin;
import uk.sightline.district.InventedPerson.Relation;
import uk.sightline.identity.BirthDate;

/** One member of a household, filled in. */
final class Portrait {

    private static final Weighted DISABILITIES =
            Weighted.of("LD 22, AUT 24, BEH 20, COMM 12, HEAR 4, VIS 3, MOB 6, CON 3, HAND 2, INC 2, PC 2");

    private final Population population;
    private final Family family;
    private final List<Household.Member> household;
    private final Household.Member member;
    private final Dice dice;
    private final int age;

    Portrait(Population population, Family family, List<Household.Member> household, Household.Member member) {
        this.population = population;
        this.family = family;
        this.household = household;
        this.member = member;
        this.dice = Dice.of(population.seed(), "person", member.index());
        this.age = Period.between(member.born(), population.on()).getYears();
    }

    /** @param taken given names of the household so far; this one is added */
    InventedPerson person(Set<String> taken) {
        CareStatus care = careStatus();
        boolean pupil = age >= 4 && age <= 17 && !population.schoolUrns().isEmpty();
        Optional<String> school =
                pupil && dice.chance(94) ? Optional.of(dice.pick(population.schoolUrns())) : Optional.empty();
        return new InventedPerson(
                member.index(),
                Names.draw(dice, family, member, taken),
                member.sex(),
                member.born(),
                recordedBirth(care),
                background(),
                livesElsewhere(care) ? Homes.draw(dice) : family.home(),
                Numbers.identifiers(dice, member, population.on()),
                Numbers.contacts(dice, member.index(), age, family.landline()),
                school,
                relations(),
                care);
    }

    private CareStatus careStatus() {
        if (age >= 18) {
            return age <= 24 && !member.isParent() && dice.chance(2.5) ? CareStatus.CARE_LEAVER : CareStatus.NONE;
        }
        int at = dice.below(1_000);
        if (at < 11) {
            return age >= 14 && family.father().community() != Community.BRITISH && at < 4
                    ? CareStatus.UNACCOMPANIED
                    : CareStatus.LOOKED_AFTER;
        }
        if (at < 18) {
            return CareStatus.CHILD_PROTECTION;
        }
        if (at < 50) {
            return CareStatus.CHILD_IN_NEED;
        }
        return at == 50 ? CareStatus.PRIVATELY_FOSTERED : CareStatus.NONE;
    }

    private static boolean livesElsewhere(CareStatus care) {
        return switch (care) {
            case LOOKED_AFTER, UNACCOMPANIED, CARE_LEAVER, PRIVATELY_FOSTERED -> true;
            case NONE, CHILD_IN_NEED, CHILD_PROTECTION -> false;
        };
    }

    /** Records know the day of nearly everybody, and only an age of some who came alone. */
    private BirthDate recordedBirth(CareStatus care) {
        if (care == CareStatus.UNACCOMPANIED && dice.chance(50)) {
            LocalDate today = population.on();
            return BirthDate.aged(age, age + 1, today);
        }
        return BirthDate.on(member.born());
    }

    private Background background() {
        Heritage own = family.of(member);
        boolean interpreter = !own.language().equals("English") && dice.chance(age > 30 ? 30 : 12);
        String recorded = dice.chance(2) ? dice.chance(50) ? "REFU" : "NOBT" : own.ethnicity();
        return new Background(recorded, own.language(), interpreter, own.religion(), disabilities());
    }

    private List<String> disabilities() {
        if (!dice.chance(age < 26 ? 13 : 9)) {
            return List.of("NONE");
        }
        String one = DISABILITIES.draw(dice);
        String other = DISABILITIES.draw(dice);
        return dice.chance(25) && !one.equals(other) ? List.of(one, other) : List.of(one);
    }

    private List<Relation> relations() {
        List<Relation> relations = new ArrayList<>();
        for (Household.Member other : household.subList(
                0, (int) (member.index() - household.getFirst().index()))) {
            relations.add(new Relation(kin(other), other.index()));
        }
        return relations;
    }

    private Kin kin(Household.Member other) {
        boolean bothAdultsOfTheHouse = member.isParent() || household.stream().noneMatch(Household.Member::isParent);
        if (bothAdultsOfTheHouse) {
            return Kin.PARTNER;
        }
        if (!other.isParent()) {
            return Kin.SIBLING;
        }
        return other.sex() == Sex.FEMALE ? Kin.MOTHER : Kin.FATHER;
    }
}
