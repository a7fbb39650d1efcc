package uk.sightline.duplicates;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people said of pairs beside what the model had said of them, in bands of the chance. A model that is right is borne out
 * as often as it says; where it is not, by more than chance explains, it drifts.
 *
 * @param recent of the last three months, by band
 * @param before of the time before
 */
record Drift(List<Band> recent, List<Band> before) {

    static final List<String> BANDS = List.of("50 to 75%", "75 to 90%", "90 to 99%", "over 99%");

    /** Fewer judged pairs than this say nothing of a band. */
    static final int ENOUGH = 20;

    /** Of a normal distribution, 95 in 100 are no further than this from the middle. */
    private static final double OF_95 = 1.96;

    Drift {
        recent = List.copyOf(recent);
        before = List.copyOf(before);
    }

    /** Where the share of pairs that are one person's lies, with 95 % certainty; 0 to 1. */
    record Interval(double low, double high) {}

    /**
     * A band.
     *
     * @param no its place in {@link #BANDS}
     * @param same how many people said are one person's
     * @param saidSum the sum of the chances that the model had said
     */
    record Band(int no, int judged, int same, double saidSum) {

        static Band empty(int no) {
            return new Band(no, 0, 0, 0);
        }

        String label() {
            return BANDS.get(no);
        }

        /** How many of them the model expected to be the same: 0 to 1. */
        double said() {
            return judged == 0 ? 0 : saidSum / judged;
        }

        double found() {
            return judged == 0 ? 0 : (double) same / judged;
        }

        /** Wilson's interval (1927), which holds for few pairs and for shares near 0 and 1. */
        Interval interval() {
            double n = judged;
            double square = OF_95 * OF_95;
            double middle = (found() + square / (2 * n)) / (1 + square / n);
            double reach = OF_95 * Math.sqrt(found() * (1 - found()) / n + square / (4 * n * n)) / (1 + square / n);
            return new Interval(Math.max(0, middle - reach), Math.min(1, middle + reach));
        }

        /** Whether what the model says is outside the interval. */
        boolean drifts() {
            return judged >= ENOUGH
                    && (said() < interval().low() || said() > interval().high());
        }

        /** "Of pairs said to be 90 to 99% likely, 61% were the same person: the model said 96%, …" */
        Optional<String> sentence(String when) {
            return drifts()
                    ? Optional.of(
                            "%s, of %d pairs in the band “%s”, %s were said to be one person. The model had said %s: it claims too %s there."
                                    .formatted(
                                            when,
                                            judged,
                                            label(),
                                            percent(found()),
                                            percent(said()),
                                            said() > interval().high() ? "much" : "little"))
                    : Optional.empty();
        }
    }

    /** What has drifted beyond chance; empty when nothing has, or too few pairs were judged. */
    List<String> sentences() {
        return Stream.concat(
                        recent.stream().flatMap(band -> band.sentence("In the last three months").stream()),
                        before.stream().flatMap(band -> band.sentence("Before that").stream()))
                .toList();
    }

    boolean isJudgedEnough() {
        return Stream.concat(recent.stream(), before.stream()).anyMatch(band -> band.judged() >= ENOUGH);
    }

    /** Whole numbers, but never 100 or 0 for what is not. */
    static String percent(double share) {
        double percent = share * 100;
        if (percent > 99 && percent < 100 || percent > 0 && percent < 1) {
            return String.format(Locale.UK, "%.1f%%", Math.clamp(percent, 0.1, 99.9));
        }
        return String.format(Locale.UK, "%.0f%%", percent);
    }
}
