package uk.sightline.people;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.people.Candidate.Strength;

/**
 * How much speaks for somebody on the index being the person looked for. It orders a list that a person reads (PRACTICE
 * §16: never auto-merge).
 *
 * @param bits the weight of everything together
 */
record Weighing(
        UUID id,
        Strength strength,
        double bits,
        List<String> reasons,
        @Nullable String hint,
        Why why) {

    static final Comparator<Weighing> BEST_FIRST = Comparator.comparing(Weighing::strength)
            .thenComparing(Comparator.comparingDouble(Weighing::bits).reversed())
            .thenComparing(Weighing::id);
}
