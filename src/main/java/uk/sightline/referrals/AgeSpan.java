package uk.sightline.referrals;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;

/**
 * Until when a referral concerns a child and from when an adult, over all its subjects. Where the age of one is not
 * known it concerns both, so that neither service fails to see it (ACCESS: reach of a post).
 *
 * @param childUntil null when nobody knows
 * @param adultFrom null when nobody knows
 * @param youngestBorn of those whose age is known, the latest possible day
 */
record AgeSpan(
        @Nullable LocalDate childUntil,
        @Nullable LocalDate adultFrom,
        @Nullable LocalDate youngestBorn) {

    private static final int ADULT = 18;

    static AgeSpan of(ReferralForm form, LocalDate received) {
        return of(form.subjects().stream()
                .map(subject -> birth(subject.born(), subject.ageEstimate(), received))
                .toList());
    }

    static AgeSpan of(Collection<BirthDate> births) {
        boolean known = births.stream().noneMatch(BirthDate.Unknown.class::isInstance);
        return new AgeSpan(
                known ? last(births.stream().flatMap(birth -> birth.adultFrom().stream())) : null,
                known ? first(births.stream().flatMap(AgeSpan::maybeAdultFrom)) : null,
                last(births.stream().flatMap(birth -> birth.lastPossibleDay().stream())));
    }

    /** What was said of a birth; an age counts from the day it was given. */
    static BirthDate birth(@Nullable LocalDate born, @Nullable Integer age, LocalDate received) {
        if (born != null) {
            return BirthDate.on(born);
        }
        return age == null ? BirthDate.unknown() : BirthDate.aged(age, age, received);
    }

    private static Stream<LocalDate> maybeAdultFrom(BirthDate birth) {
        return birth.firstPossibleDay().map(day -> day.plusYears(ADULT)).stream();
    }

    private static @Nullable LocalDate last(Stream<LocalDate> days) {
        return days.max(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable LocalDate first(Stream<LocalDate> days) {
        return days.min(Comparator.naturalOrder()).orElse(null);
    }
}
