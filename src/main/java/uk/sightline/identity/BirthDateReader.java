package uk.sightline.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Reads a birth date in any form that people write it, day first: "3/7/11", "3rd July 2011", "2011-07-03",
 * "july 2011", "2011", "age 14", "about 14", "6 months old", "not known".
 */
public final class BirthDateReader {

    /** What became of the text. */
    public sealed interface Reading {
        /** It says this. */
        record Understood(BirthDate birthDate) implements Reading {}

        /**
         * It cannot be a birth date.
         *
         * @param reason a sentence for the person who typed it, saying what is wrong and what to do
         */
        record Refused(String reason) implements Reading {}
    }

    private static final Pattern LEAD =
            Pattern.compile("^(?:d\\.?o\\.?b\\.?|date of birth|born(?: on| in)?|birth ?date)\\s*:?\\s*");
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\\b,?");
    private static final Pattern TIME = Pattern.compile("[t ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?z?$");
    private static final Pattern UNKNOWN =
            Pattern.compile("\\?+|-|n/?k|n/?a|unk|unknown|not known|don'?t know|none|unsure|not sure");

    private static final List<BiFunction<String, LocalDate, Optional<Reading>>> FORMS =
            List.of(WrittenAges::read, WrittenDates::read);

    private BirthDateReader() {}

    /**
     * Reads what somebody typed.
     *
     * @param today the day it was typed: ages count from it and no birth date is after it
     */
    public static Reading read(String typed, LocalDate today) {
        String text = tidied(typed);
        if (text.isEmpty() || UNKNOWN.matcher(text).matches()) {
            return new Reading.Understood(BirthDate.unknown());
        }
        return FORMS.stream()
                .flatMap(form -> form.apply(text, today).stream())
                .findFirst()
                .map(reading -> withinALife(reading, today))
                .orElseGet(() -> refused("Enter a date of birth like 3 7 2011, July 2011, 2011 or age 14."));
    }

    static Reading understood(BirthDate birthDate) {
        return new Reading.Understood(birthDate);
    }

    static Reading refused(String reason) {
        return new Reading.Refused(reason);
    }

    private static Reading withinALife(Reading reading, LocalDate today) {
        if (!(reading instanceof Reading.Understood(BirthDate.Between born))) {
            return reading;
        }
        if (born.earliest().isAfter(today)) {
            return refused("This date of birth is in the future. Check the year.");
        }
        if (born.latest().isBefore(today.minusYears(WrittenDates.LONGEST_LIFE))) {
            return refused("This date of birth is more than 120 years ago. Check the year.");
        }
        return understood(notAfter(today, born));
    }

    /** A month or a year that has begun but not ended: the person has been born. */
    private static BirthDate notAfter(LocalDate today, BirthDate.Between born) {
        return born.latest().isAfter(today) ? new BirthDate.Between(born.precision(), born.earliest(), today) : born;
    }

    private static String tidied(String typed) {
        String lower = Typed.tidy(typed).toLowerCase(Locale.ROOT);
        String bare = TIME.matcher(LEAD.matcher(lower).replaceFirst("")).replaceFirst("");
        return WEEKDAY.matcher(bare).replaceAll("").strip();
    }
}
