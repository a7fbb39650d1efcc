package uk.sightline.people;

import java.time.LocalDate;
import uk.sightline.reference.PracticePack;

/**
 * From which chance on a candidate is called a strong or a possible match: the pack's.
 *
 * @param strong 0 to 1
 * @param possible 0 to 1
 * @param pair 0 to 1: from which on two records of the index are a pair that somebody is asked about
 */
record Thresholds(double strong, double possible, double pair) {

    private static final double UNIT = 10_000;

    static Thresholds of(PracticePack pack, LocalDate day) {
        return new Thresholds(
                pack.threshold("match-strong", day).amount() / UNIT,
                pack.threshold("match-possible", day).amount() / UNIT,
                pack.threshold("match-pair", day).amount() / UNIT);
    }
}
