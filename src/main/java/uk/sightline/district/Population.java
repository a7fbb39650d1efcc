package uk.sightline.district;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The people of the district. Person number i depends on the seed, the day and i alone: a larger district only adds
 * people after those of a smaller one, and nothing is held in memory but one group of neighbours.
 *
 * @param seed the same seed gives the same people
 * @param size how many people
 * @param on the day on which ages are as wished; the pages are alive around it
 * @param schoolUrns the schools that pupils go to, may be empty
 */
public record Population(long seed, long size, LocalDate on, List<String> schoolUrns) {

    public Population {
        schoolUrns = List.copyOf(schoolUrns);
        if (size < 0) {
            throw new IllegalArgumentException("a district cannot have " + size + " people");
        }
    }

    /** A district of some size; see the components for what the values mean. */
    public static Population of(long seed, long size, LocalDate on, List<String> schoolUrns) {
        return new Population(seed, size, on, schoolUrns);
    }

    /** Everybody in order of their number, made as they are asked for. */
    public Stream<InventedPerson> people() {
        return LongStream.range(0, (size + Household.GROUP - 1) / Household.GROUP)
                .boxed()
                .flatMap(group -> Household.group(this, group).stream())
                .limit(size);
    }

    /** One person by number, at the cost of their neighbours. */
    public InventedPerson person(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return Household.group(this, index / Household.GROUP).get((int) (index % Household.GROUP));
    }
}
