package uk.sightline.district;

import java.time.Duration;
import java.util.List;
import uk.sightline.people.BulkPeople.Entry;

/**
 * Which of the people have further records, as every real index holds them. Most have one more; in each ten further
 * records there is somebody with two more and somebody with three.
 *
 * @param people how many people there are; their further records are numbered after them
 */
record Twins(Plan plan, long people) {

    /** Of each ten further records, whose it is. */
    private static final List<Integer> SHARED = List.of(0, 1, 2, 3, 4, 5, 5, 6, 6, 6);

    /** The person that a further record is of, by number. */
    long whose(long number) {
        long owner = number / SHARED.size() * SHARED.size() + SHARED.get((int) (number % SHARED.size()));
        Dice dice = Dice.of(plan.seed(), "twin", owner);
        return dice.below((int) Math.min(people, Integer.MAX_VALUE));
    }

    Entry of(Population population, long number) {
        Dice dice = Dice.of(plan.seed(), "further record", number);
        long index = people + number;
        return new Entry(
                plan.person(index),
                plan.reference(index),
                new FurtherRecord(population.person(whose(number)), plan.on(), dice).told(),
                plan.at().minus(Duration.ofDays(dice.between(20, 500))));
    }
}
