package uk.sightline.people;

import java.time.LocalDate;
import uk.sightline.reference.PracticePack;

/**
 * From which chance on a candidate is called a strong or a possible match: the pack's.
 *
 * @param strong 0 to 1
 * @param possible 0 to 1
 */
record Thresholds(double strong, double possible) {

    private static final double UNIT = 10_000;

    static Thresholds of(PracticePack pack, LocalDate day) {
        return new Thresholds(
                pack.threshold("match-strong", day).amount() / UNIT,
                pack.threshold("match-possible", day).amount() / UNIT);
    }
}
