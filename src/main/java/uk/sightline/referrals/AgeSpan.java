package uk.sightline.referrals;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Until when a referral concerns a child and from when an adult, over all its subjects. Where the age of one is not
 * known it concerns both, so that neither service fails to see it (ACCESS: reach of a post).
 *
 * @param childUntil null when nobody knows
 * @param adultFrom null when nobody knows
 * @param youngestBorn of those whose age is known; an estimate counts from the day of the referral
 */
record AgeSpan(
        @Nullable LocalDate childUntil,
        @Nullable LocalDate adultFrom,
        @Nullable LocalDate youngestBorn) {

    private static final int ADULT = 18;

    static AgeSpan of(ReferralForm form, LocalDate received) {
        List<Born> births = form.subjects().stream()
                .map(subject -> Born.of(subject, received))
                .toList();
        return new AgeSpan(
                plus(edge(births, Born::latest, Comparator.reverseOrder())),
                plus(edge(births, Born::earliest, Comparator.naturalOrder())),
                births.stream()
                        .map(Born::latest)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** The first by the order; unknown as soon as one of them is. */
    private static @Nullable LocalDate edge(
            Collection<Born> births, Function<Born, @Nullable LocalDate> side, Comparator<LocalDate> order) {
        List<@Nullable LocalDate> dates = births.stream().map(side).toList();
        return dates.contains(null)
                ? null
                : dates.stream().filter(Objects::nonNull).min(order).orElse(null);
    }

    private static @Nullable LocalDate plus(@Nullable LocalDate born) {
        return born == null ? null : born.plusYears(ADULT);
    }

    /** Between which days somebody was born; both absent when nothing is known. */
    private record Born(
            @Nullable LocalDate earliest, @Nullable LocalDate latest) {

        static Born of(ReferralForm.Subject subject, LocalDate received) {
            if (subject.born() != null) {
                return new Born(subject.born(), subject.born());
            }
            Integer age = subject.ageEstimate();
            return age == null
                    ? new Born(null, null)
                    : new Born(received.minusYears(age + 1L), received.minusYears(age));
        }
    }
}
