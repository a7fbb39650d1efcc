package uk.sightline.identity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** How alike two birth dates are, with the reason. */
public final class BirthDateSimilarity {

    private BirthDateSimilarity() {}

    /** Compares what is known of two birth dates; nothing is alike when either is unknown. */
    public static Likeness between(BirthDate one, BirthDate other) {
        return one instanceof BirthDate.Between a && other instanceof BirthDate.Between b
                ? compared(a, b)
                : Likeness.NONE;
    }

    private static Likeness compared(BirthDate.Between a, BirthDate.Between b) {
        if (a.precision() == BirthDate.Precision.DAY && b.precision() == BirthDate.Precision.DAY) {
            return ofDays(a.earliest(), b.earliest()).orElse(Likeness.NONE);
        }
        boolean overlap = !a.earliest().isAfter(b.latest()) && !b.earliest().isAfter(a.latest());
        return overlap ? Likeness.of(0.6, MatchReason.BIRTH_DATE_FITS) : Likeness.NONE;
    }

    private static Optional<Likeness> ofDays(LocalDate a, LocalDate b) {
        if (a.equals(b)) {
            return Optional.of(Likeness.of(1, MatchReason.SAME_BIRTH_DATE));
        }
        if (a.getYear() == b.getYear()
                && a.getDayOfMonth() == b.getMonthValue()
                && a.getMonthValue() == b.getDayOfMonth()) {
            return Optional.of(Likeness.of(0.9, MatchReason.DAY_AND_MONTH_SWAPPED));
        }
        if (digitsThatDiffer(a.toString(), b.toString()) == 1) {
            return Optional.of(Likeness.of(0.85, MatchReason.ONE_DIGIT_OF_BIRTH_DATE));
        }
        if (YearMonth.from(a).equals(YearMonth.from(b))) {
            return Optional.of(Likeness.of(0.5, MatchReason.SAME_MONTH_AND_YEAR));
        }
        return a.getYear() == b.getYear() ? Optional.of(Likeness.of(0.3, MatchReason.SAME_YEAR)) : Optional.empty();
    }

    private static long digitsThatDiffer(String a, String b) {
        long differ = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            differ += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return differ;
    }
}
