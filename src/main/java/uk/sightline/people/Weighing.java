package uk.sightline.people;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.matching.Explanation;
import uk.sightline.people.Candidate.Strength;
import uk.sightline.people.KeyCounts.Counts;

/**
 * How much speaks for somebody on the index being the person looked for. It orders a list that a person reads (PRACTICE
 * §16: never auto-merge). Two hundred are weighed and forty shown: it is put into words for those.
 *
 * @param bits the weight of everything together
 * @param name of theirs, the one that weighs most
 * @param alsoTheSame what both have beyond what is weighed, as labels
 * @param openly whoever reads it has both records open
 */
record Weighing(
        Probe probe,
        Compared other,
        Strength strength,
        double bits,
        Explanation explained,
        String name,
        List<String> alsoTheSame,
        @Nullable String hint,
        Counts counts,
        ModelInUse model,
        boolean openly) {

    static final Comparator<Weighing> BEST_FIRST = Comparator.comparing(Weighing::strength)
            .thenComparing(Comparator.comparingDouble(Weighing::bits).reversed())
            .thenComparing(Weighing::id);

    UUID id() {
        return other.id();
    }

    Why why() {
        return Why.of(explained, probe, other, name, counts, model, openly);
    }

    /** In short, for a list. */
    List<String> reasons(Why why) {
        return why.reasons(alsoTheSame, strength == Strength.STRONG);
    }

    Candidate shown(PersonCard card) {
        Why why = why();
        return new Candidate(card, strength, reasons(why), hint, why);
    }
}
