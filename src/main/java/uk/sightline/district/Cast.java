package uk.sightline.district;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import uk.sightline.district.InventedPerson.Kin;

/**
 * Whom a referral is about.
 *
 * @param about code of {@code referral-subject}
 * @param people the first is the one; brothers and sisters follow
 */
record Cast(String about, List<InventedPerson> people) {

    private static final int TRIES = 60;
    private static final int ADULTS_IN_A_HUNDRED = 16;
    private static final int AGAIN_IN_A_HUNDRED = 15;
    private static final int LOOK_BACK = 400;

    static Cast of(Town town, long number, LocalDate on) {
        Dice dice = Dice.of(town.plan().seed(), "again", number);
        boolean again = number > 0 && dice.chance(AGAIN_IN_A_HUNDRED);
        long as = again ? number - 1 - dice.below((int) Math.min(number, LOOK_BACK)) : number;
        return first(town, as, on);
    }

    boolean isAdult() {
        return about.equals("adult");
    }

    InventedPerson one() {
        return people.getFirst();
    }

    private static Cast first(Town town, long number, LocalDate on) {
        Dice dice = Dice.of(town.plan().seed(), "cast", number);
        boolean adult = dice.chance(ADULTS_IN_A_HUNDRED);
        for (int i = 0; i < TRIES; i++) {
            List<InventedPerson> neighbours = neighbours(town, dice);
            List<InventedPerson> fitting = neighbours.stream()
                    .filter(person -> fits(age(person, on), adult))
                    .toList();
            if (!fitting.isEmpty()) {
                return cast(dice.pick(fitting), neighbours, adult, on, dice);
            }
        }
        return new Cast(adult ? "adult" : "child", List.of(town.population().person(0)));
    }

    private static List<InventedPerson> neighbours(Town town, Dice dice) {
        long groups = Math.max(1, town.population().size() / Household.GROUP);
        return Household.group(town.population(), dice.below((int) groups));
    }

    private static Cast cast(
            InventedPerson one, List<InventedPerson> neighbours, boolean adult, LocalDate on, Dice dice) {
        List<InventedPerson> people = new ArrayList<>(List.of(one));
        if (!adult && dice.chance(20)) {
            neighbours.stream()
                    .filter(other -> areSiblings(one, other) && fits(age(other, on), false))
                    .limit(2)
                    .forEach(people::add);
        }
        String about = adult ? "adult" : age(one, on) == 17 && dice.chance(40) ? "turning-18" : "child";
        return new Cast(about, people);
    }

    private static boolean areSiblings(InventedPerson one, InventedPerson other) {
        return isSibling(one, other) || isSibling(other, one);
    }

    private static boolean isSibling(InventedPerson one, InventedPerson other) {
        return one.relations().stream()
                .anyMatch(relation -> relation.kin() == Kin.SIBLING && relation.other() == other.index());
    }

    private static boolean fits(int age, boolean adult) {
        return adult ? age >= 18 : age >= 9 && age <= 17;
    }

    private static int age(InventedPerson person, LocalDate on) {
        return Period.between(person.born(), on).getYears();
    }
}
