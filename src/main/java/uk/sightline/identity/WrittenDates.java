package uk.sightline.identity;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, months and years as people write them, the day before the month. */
final class WrittenDates {

    static final int LONGEST_LIFE = 120;

    private static final String GAP = "[\\s./,\\-]+";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String WORD = "(?:of )?([a-z]{3,9})\\.?";
    private static final String YEAR = "'?(\\d{4}|\\d{2})";

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})" + GAP + "(\\d{1,2})" + GAP + YEAR);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})" + GAP + "(\\d{1,2})" + GAP + "(\\d{1,2})");
    private static final Pattern DAY_WORD_YEAR = Pattern.compile(DAY + "[\\s./,\\-]*" + WORD + "[\\s./,\\-]*" + YEAR);
    private static final Pattern WORD_DAY_YEAR = Pattern.compile(WORD + GAP + DAY + GAP + YEAR);
    private static final Pattern WORD_YEAR = Pattern.compile(WORD + "[\\s./,\\-]*" + YEAR);
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})" + GAP + "(\\d{4})");
    private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})" + GAP + "(\\d{1,2})");
    private static final Pattern RUN = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");
    private static final Pattern YEAR_ALONE = Pattern.compile("\\d{4}");
    private static final Pattern NO_YEAR = Pattern.compile("\\d{1,2}" + GAP + "\\d{1,2}|" + DAY + GAP + WORD);
    private static final Pattern NUMBER_ALONE = Pattern.compile("\\d{1,3}");

    private WrittenDates() {}

    static Optional<BirthDateReader.Reading> read(String text, LocalDate today) {
        return numbers(text, today).or(() -> words(text, today)).or(() -> partly(text));
    }

    private static Optional<BirthDateReader.Reading> numbers(String text, LocalDate today) {
        Matcher m = DAY_FIRST.matcher(text);
        if (m.matches()) {
            return Optional.of(day(number(m, 1), number(m, 2), m.group(3), today));
        }
        m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return Optional.of(day(number(m, 3), number(m, 2), m.group(1), today));
        }
        m = RUN.matcher(text);
        return m.matches() ? Optional.of(run(text, m, today)) : Optional.empty();
    }

    /** Eight digits are day first unless only year first gives a date of our time. */
    private static BirthDateReader.Reading run(String text, Matcher m, LocalDate today) {
        boolean yearFirst = text.length() == 8 && (number(m, 2) > 12 || number(m, 3) < 1800);
        return yearFirst
                ? day(
                        Integer.parseInt(text.substring(6)),
                        Integer.parseInt(text.substring(4, 6)),
                        text.substring(0, 4),
                        today)
                : day(number(m, 1), number(m, 2), m.group(3), today);
    }

    private static Optional<BirthDateReader.Reading> words(String text, LocalDate today) {
        Matcher m = DAY_WORD_YEAR.matcher(text);
        if (m.matches()) {
            return Optional.of(inMonth(m.group(2), month -> day(number(m, 1), month, m.group(3), today)));
        }
        Matcher us = WORD_DAY_YEAR.matcher(text);
        if (us.matches()) {
            return Optional.of(inMonth(us.group(1), month -> day(number(us, 2), month, us.group(3), today)));
        }
        Matcher noDay = WORD_YEAR.matcher(text);
        return noDay.matches()
                ? Optional.of(inMonth(noDay.group(1), month -> month(month, fullYear(noDay.group(2), month, 1, today))))
                : Optional.empty();
    }

    private static Optional<BirthDateReader.Reading> partly(String text) {
        Matcher m = MONTH_YEAR.matcher(text);
        if (m.matches()) {
            return Optional.of(month(number(m, 1), number(m, 2)));
        }
        Matcher yearFirst = YEAR_MONTH.matcher(text);
        if (yearFirst.matches()) {
            return Optional.of(month(number(yearFirst, 2), number(yearFirst, 1)));
        }
        if (YEAR_ALONE.matcher(text).matches()) {
            return Optional.of(BirthDateReader.understood(BirthDate.in(Year.of(Integer.parseInt(text)))));
        }
        return unclear(text);
    }

    private static Optional<BirthDateReader.Reading> unclear(String text) {
        if (NO_YEAR.matcher(text).matches()) {
            return Optional.of(BirthDateReader.refused("Add the year, like 3 7 2011."));
        }
        return NUMBER_ALONE.matcher(text).matches()
                ? Optional.of(BirthDateReader.refused(
                        "Is %s an age? Enter it like age 14, or enter the full year.".formatted(text)))
                : Optional.empty();
    }

    private static BirthDateReader.Reading day(int day, int month, String writtenYear, LocalDate today) {
        if (month < 1 || month > 12) {
            return noSuchMonth(month);
        }
        int year = fullYear(writtenYear, month, day, today);
        int length = YearMonth.of(year, month).lengthOfMonth();
        if (day < 1 || day > length) {
            String name = Month.of(month).getDisplayName(TextStyle.FULL, Locale.UK);
            return BirthDateReader.refused("%s %d has %d days. Check the day.".formatted(name, year, length));
        }
        return BirthDateReader.understood(BirthDate.on(LocalDate.of(year, month, day)));
    }

    private static BirthDateReader.Reading month(int month, int year) {
        return month < 1 || month > 12
                ? noSuchMonth(month)
                : BirthDateReader.understood(BirthDate.in(YearMonth.of(year, month)));
    }

    private static BirthDateReader.Reading noSuchMonth(int month) {
        return BirthDateReader.refused("There is no month %d. Write the day first, like 3 7 2011.".formatted(month));
    }

    private static BirthDateReader.Reading inMonth(String word, IntFunction<BirthDateReader.Reading> then) {
        for (Month month : Month.values()) {
            String name = month.getDisplayName(TextStyle.FULL, Locale.UK).toLowerCase(Locale.ROOT);
            if (name.startsWith(word) || word.equals("sept") && month == Month.SEPTEMBER) {
                return then.apply(month.getValue());
            }
        }
        return BirthDateReader.refused("\"%s\" is not a month. Check the spelling.".formatted(word));
    }

    /** Two digits are this century unless that would be in the future. */
    private static int fullYear(String written, int month, int day, LocalDate today) {
        int year = Integer.parseInt(written);
        if (written.length() == 4) {
            return year;
        }
        int thisCentury = today.getYear() / 100 * 100 + year;
        boolean future = thisCentury > today.getYear()
                || thisCentury == today.getYear()
                        && month * 100 + day > today.getMonthValue() * 100 + today.getDayOfMonth();
        return future ? thisCentury - 100 : thisCentury;
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
