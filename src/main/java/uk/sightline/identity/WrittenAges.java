package uk.sightline.identity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages in place of a birth date: "age 14", "about 14", "13 or 14", "14 yrs old", "6 months". */
final class WrittenAges {

    /** A guess may be this many years out, either way. */
    private static final int GUESS = 1;

    private static final String ABOUT =
            "(about|approx\\.?|approximately|around|roughly|circa|c\\.?|~|maybe|probably)?\\s*";
    private static final String YEARS = "(?:\\s*-?\\s*(?:years?|yrs?|y|yo|y/o)\\.?(?:\\s*-?\\s*(?:old|of age))?)";
    private static final Pattern AGED = Pattern.compile(
            "(?:aged?\\s*:?\\s*)?" + ABOUT + "(\\d{1,3})(?:\\s*(?:-|or|to)\\s*(\\d{1,3}))?" + YEARS + "?");
    private static final Pattern SAYS_AGE = Pattern.compile(
            ".*(?:aged?|about|approx|around|roughly|circa|c\\.?\\s*\\d|~|maybe|probably|y|\\d\\s*(?:or|to)\\s*\\d).*");
    private static final Pattern YOUNG =
            Pattern.compile("(?:aged?\\s*)?" + ABOUT + "(\\d{1,3})\\s*(days?|weeks?|wks?|months?|mths?)(?:\\s*old)?");
    private static final Pattern ABOUT_YEAR =
            Pattern.compile("(?:about|approx\\.?|around|circa|c\\.?|~)\\s*((?:19|20)\\d{2})");

    private WrittenAges() {}

    static Optional<BirthDateReader.Reading> read(String text, LocalDate today) {
        Matcher aboutYear = ABOUT_YEAR.matcher(text);
        if (aboutYear.matches()) {
            return Optional.of(aroundYear(Integer.parseInt(aboutYear.group(1))));
        }
        Matcher young = YOUNG.matcher(text);
        if (young.matches()) {
            return Optional.of(youngChild(Integer.parseInt(young.group(2)), young.group(3), today));
        }
        Matcher aged = AGED.matcher(text);
        return aged.matches() && SAYS_AGE.matcher(text).matches() ? Optional.of(aged(aged, today)) : Optional.empty();
    }

    private static BirthDateReader.Reading aroundYear(int year) {
        LocalDate from = LocalDate.of(year - GUESS, 1, 1);
        return BirthDateReader.understood(
                new BirthDate.Between(BirthDate.Precision.ESTIMATED, from, LocalDate.of(year + GUESS, 12, 31)));
    }

    private static BirthDateReader.Reading youngChild(int count, String unit, LocalDate today) {
        LocalDate latest = before(today, count, unit);
        LocalDate earliest = before(today, count + 1, unit).plusDays(1);
        return BirthDateReader.understood(new BirthDate.Between(BirthDate.Precision.ESTIMATED, earliest, latest));
    }

    private static LocalDate before(LocalDate today, int count, String unit) {
        return switch (unit.charAt(0)) {
            case 'd' -> today.minusDays(count);
            case 'w' -> today.minusWeeks(count);
            default -> today.minusMonths(count);
        };
    }

    private static BirthDateReader.Reading aged(Matcher m, LocalDate today) {
        int guess = m.group(1) == null ? 0 : GUESS;
        int first = Integer.parseInt(m.group(2));
        int last = m.group(3) == null ? first : Integer.parseInt(m.group(3));
        if (last < first || last > WrittenDates.LONGEST_LIFE) {
            return BirthDateReader.refused("This age cannot be right. Enter it like age 14, or 13 to 15.");
        }
        return BirthDateReader.understood(BirthDate.aged(Math.max(0, first - guess), last + guess, today));
    }
}
