package uk.sightline.identity;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import uk.sightline.platform.London;

/**
 * What is known about when a person was born (PRACTICE §16; §17.4: "unknown" is an answer). A birth date that is known
 * only in part is the span of days on which the person may have been born.
 */
public sealed interface BirthDate {

    /** How much is known. */
    enum Precision {
        DAY,
        MONTH,
        YEAR,
        /** From an age that somebody gave or guessed. */
        ESTIMATED,
        UNKNOWN
    }

    /**
     * Born on one of these days.
     *
     * @param precision not {@code UNKNOWN}
     * @param earliest the first possible day
     * @param latest the last possible day, the same as the first when the day is known
     */
    record Between(Precision precision, LocalDate earliest, LocalDate latest) implements BirthDate {
        public Between {
            if (earliest.isAfter(latest) || precision == Precision.UNKNOWN) {
                throw new IllegalArgumentException("not a span of birth dates: " + earliest + " to " + latest);
            }
            if (precision == Precision.DAY && !earliest.equals(latest)) {
                throw new IllegalArgumentException("a known day is one day: " + earliest + " to " + latest);
            }
        }
    }

    /** Nobody has said. */
    record Unknown() implements BirthDate {}

    /** Completed years on a day: the least and the most the person may have lived. */
    record Age(int least, int most) {
        /** The age in words: "14", "13 to 15". */
        public String words() {
            return least == most ? Integer.toString(least) : least + " to " + most;
        }
    }

    static BirthDate on(LocalDate day) {
        return new Between(Precision.DAY, day, day);
    }

    static BirthDate in(YearMonth month) {
        return new Between(Precision.MONTH, month.atDay(1), month.atEndOfMonth());
    }

    static BirthDate in(Year year) {
        return new Between(Precision.YEAR, year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    static BirthDate unknown() {
        return new Unknown();
    }

    /**
     * Of a person who is between two ages on a day.
     *
     * @param least completed years, 0 or more
     * @param most completed years, not fewer than the least
     */
    static BirthDate aged(int least, int most, LocalDate on) {
        LocalDate earliest = on.minusYears(most + 1L).plusDays(1);
        return new Between(Precision.ESTIMATED, earliest, on.minusYears(least));
    }

    /** In words: a day, a month, a year, a span, or that it is not known. */
    default String words() {
        return switch (this) {
            case Unknown unknown -> "Not known";
            case Between(Precision precision, LocalDate earliest, LocalDate latest) ->
                switch (precision) {
                    case DAY -> London.day(earliest);
                    case MONTH -> London.day(earliest).replaceFirst("^\\d+ ", "");
                    case YEAR -> String.valueOf(earliest.getYear());
                    case ESTIMATED, UNKNOWN ->
                        "estimated, between %s and %s".formatted(London.shortDay(earliest), London.shortDay(latest));
                };
        };
    }

    default Precision precision() {
        return this instanceof Between between ? between.precision : Precision.UNKNOWN;
    }

    /** The first day on which the person may have been born. */
    default Optional<LocalDate> firstPossibleDay() {
        return this instanceof Between between ? Optional.of(between.earliest) : Optional.empty();
    }

    /** The last day on which the person may have been born. */
    default Optional<LocalDate> lastPossibleDay() {
        return this instanceof Between between ? Optional.of(between.latest) : Optional.empty();
    }

    /** The age on a day, empty when unknown; days before the birth count as nought. */
    default Optional<Age> ageOn(LocalDate day) {
        return this instanceof Between between
                ? Optional.of(new Age(
                        Birthdays.completedYears(between.latest, day), Birthdays.completedYears(between.earliest, day)))
                : Optional.empty();
    }

    /**
     * The first day on which the person is certainly an adult: the 18th birthday of the youngest they can be, so that
     * somebody who may be a child is treated as one (Modern Slavery Act 2015 s.51). Empty when unknown.
     */
    default Optional<LocalDate> adultFrom() {
        return lastPossibleDay().map(born -> Birthdays.birthday(born, Birthdays.ADULT));
    }

    /** Whether the person is, or may still be, under 18 on a day; an unknown birth date may be a child's. */
    default boolean mayBeChildOn(LocalDate day) {
        return adultFrom().map(day::isBefore).orElse(true);
    }
}
