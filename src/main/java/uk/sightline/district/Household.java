package uk.sightline.district;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A family under one roof. Neighbours are made in groups of a fixed number of people, divided into households by chance,
 * so that anybody can be found from their number without counting through everybody before.
 */
final class Household {

    /** People in a group of neighbours. */
    static final int GROUP = 8;

    private static final List<int[]> DIVISIONS = List.of(
            new int[] {5, 3},
            new int[] {4, 4},
            new int[] {6, 2},
            new int[] {3, 3, 2},
            new int[] {4, 2, 1, 1},
            new int[] {7, 1},
            new int[] {5, 2, 1},
            new int[] {3, 2, 2, 1},
            new int[] {8},
            new int[] {4, 3, 1});

    private static final int YOUNGEST_PARENT = 17;

    /** Somebody's place in the family. */
    record Member(long index, Sex sex, LocalDate born, boolean isParent) {}

    private final Population population;
    private final Dice dice;
    private final long first;
    private final int size;

    private Household(Population population, Dice dice, long first, int size) {
        this.population = population;
        this.dice = dice;
        this.first = first;
        this.size = size;
    }

    static List<InventedPerson> group(Population population, long group) {
        Dice dice = Dice.of(population.seed(), "group", group);
        List<InventedPerson> neighbours = new ArrayList<>(GROUP);
        for (int members : dice.pick(DIVISIONS)) {
            long first = group * GROUP + neighbours.size();
            Dice own = Dice.of(population.seed(), "household", first);
            neighbours.addAll(new Household(population, own, first, members).people());
        }
        return neighbours;
    }

    private List<InventedPerson> people() {
        List<Member> members = members();
        Family family = Family.draw(dice, members.getFirst().sex(), first);
        Set<String> taken = new HashSet<>();
        return members.stream()
                .map(member -> new Portrait(population, family, members, member).person(taken))
                .toList();
    }

    private List<Member> members() {
        boolean withoutChildren = size == 1 || size == 2 && dice.chance(45);
        return withoutChildren ? adults() : parentsAndChildren();
    }

    private List<Member> adults() {
        int age = dice.chance(35) ? dice.between(18, 25) : dice.between(26, 92);
        List<Member> adults = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Sex sex = i == 0 && dice.chance(50) || i == 1 && adults.getFirst().sex() == Sex.FEMALE
                    ? Sex.MALE
                    : Sex.FEMALE;
            adults.add(new Member(first + i, sex, bornAtAge(Math.max(18, age - 3 * i)), false));
        }
        return adults;
    }

    private List<Member> parentsAndChildren() {
        int parents = size > 2 && dice.chance(72) ? 2 : 1;
        List<LocalDate> births = births(size - parents);
        List<Member> members = new ArrayList<>(parents(parents, births.getFirst(), births.getLast()));
        for (LocalDate born : births) {
            members.add(new Member(first + members.size(), dice.chance(51) ? Sex.MALE : Sex.FEMALE, born, false));
        }
        return members;
    }

    /** Eldest first, about a year apart or more, twins now and then, nobody after the day. */
    private List<LocalDate> births(int children) {
        int least = Math.min(25, 2 * (children - 1));
        int eldest = dice.chance(70) ? dice.between(Math.max(8, least), 25) : dice.between(least, 34);
        List<LocalDate> births = new ArrayList<>(List.of(bornAtAge(eldest)));
        while (births.size() < children) {
            LocalDate before = births.getLast();
            long room = ChronoUnit.DAYS.between(before, population.on()) / (children - births.size());
            int longest = (int) Math.min(1_500, room);
            births.add(dice.chance(2) ? before : before.plusDays(dice.between(330, longest)));
        }
        return births;
    }

    private List<Member> parents(int count, LocalDate eldest, LocalDate youngest) {
        int years = (int) ChronoUnit.YEARS.between(eldest, youngest);
        int oldestMother = Math.clamp(43 - years, YOUNGEST_PARENT + 1, 36);
        LocalDate motherBorn =
                eldest.minusYears(dice.between(YOUNGEST_PARENT, oldestMother)).minusDays(dice.below(365));
        Member mother = new Member(first, Sex.FEMALE, motherBorn, true);
        if (count == 1) {
            return dice.chance(88) ? List.of(mother) : List.of(new Member(first, Sex.MALE, motherBorn, true));
        }
        LocalDate fatherBorn = motherBorn.minusDays(dice.between(-365, 2_200));
        LocalDate oldEnough = eldest.minusYears(YOUNGEST_PARENT);
        return List.of(
                mother, new Member(first + 1, Sex.MALE, fatherBorn.isAfter(oldEnough) ? oldEnough : fatherBorn, true));
    }

    private LocalDate bornAtAge(int age) {
        LocalDate latest = population.on().minusYears(age);
        return latest.minusDays(dice.below(365));
    }
}
