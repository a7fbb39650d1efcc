package uk.sightline.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;

/**
 * A birth date, with its digits: a day that no calendar has is compared by them alone, because one of them is wrong. A
 * date that is known in part is the span of its days.
 */
final class Dated extends Value {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ]?(\\d{1,2})[-/. ]?(\\d{1,2})(?:[T ].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})(?: .*)?");
    private static final long IN_A_MONTH = 31;
    private static final long IN_A_YEAR = 366;
    private static final long IN_TEN_YEARS = 3653;
    private static final int NEAR_DAYS = 5;

    /** How two dates may be alike; the order is that of {@link Kind#BIRTH_DATE}'s levels. */
    enum Alike {
        DIFFERENT,
        TEN_YEARS,
        FITS,
        ONE_YEAR,
        EACH_PART_NEAR,
        ONE_MONTH,
        ONE_MISTAKE,
        SAME
    }

    private final int year;
    private final int month;
    private final int day;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate until;

    private Dated(String text, int year, int month, int day, @Nullable LocalDate from, @Nullable LocalDate until) {
        super(text);
        this.year = year;
        this.month = month;
        this.day = day;
        this.from = from;
        this.until = until;
    }

    /** Null when there is no date in it. Anything but a year of four digits with a month and a day says nothing. */
    static @Nullable Dated of(String typed) {
        String text = typed.strip();
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        return dayFirst.matches() ? of(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1)) : null;
    }

    static @Nullable Dated of(BirthDate born) {
        if (!(born instanceof BirthDate.Between(BirthDate.Precision precision, LocalDate from, LocalDate until))) {
            return null;
        }
        return precision == BirthDate.Precision.DAY
                ? of(from.getYear(), from.getMonthValue(), from.getDayOfMonth())
                : new Dated(from + "/" + until, 0, 0, 0, from, until);
    }

    private static Dated of(int year, int month, int day) {
        LocalDate date = date(year, month, day);
        return new Dated("%04d-%02d-%02d".formatted(year, month, day), year, month, day, date, date);
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    int year() {
        return year;
    }

    int month() {
        return month;
    }

    int day() {
        return day;
    }

    boolean isDay() {
        return year > 0;
    }

    Alike alike(Dated other) {
        if (!isDay() || !other.isDay()) {
            return overlaps(other) ? Alike.FITS : Alike.DIFFERENT;
        }
        if (isSame(other)) {
            return Alike.SAME;
        }
        boolean turned = year == other.year && day == other.month && month == other.day;
        if (turned || isOneMistakeFrom(other.text())) {
            return Alike.ONE_MISTAKE;
        }
        return byDays(other, daysApart(other));
    }

    /** One digit is another, or two neighbours have changed places. */
    private boolean isOneMistakeFrom(String other) {
        String mine = text();
        int first = -1;
        int differ = 0;
        for (int i = 0; i < mine.length() && differ < 3; i++) {
            if (mine.charAt(i) != other.charAt(i)) {
                first = differ++ == 0 ? i : first;
            }
        }
        return differ == 1
                || differ == 2
                        && mine.charAt(first) == other.charAt(first + 1)
                        && mine.charAt(first + 1) == other.charAt(first);
    }

    private Alike byDays(Dated other, long days) {
        if (days <= IN_A_MONTH) {
            return Alike.ONE_MONTH;
        }
        boolean yearNear = Math.abs(year - other.year) == 10 || Math.abs(year - other.year) <= 1;
        if (yearNear && Math.abs(month - other.month) <= 1 && Math.abs(day - other.day) <= NEAR_DAYS) {
            return Alike.EACH_PART_NEAR;
        }
        return days <= IN_A_YEAR ? Alike.ONE_YEAR : days <= IN_TEN_YEARS ? Alike.TEN_YEARS : Alike.DIFFERENT;
    }

    private long daysApart(Dated other) {
        return from == null || other.from == null
                ? Math.abs(366L * (year - other.year) + 31L * (month - other.month) + day - other.day)
                : Math.abs(ChronoUnit.DAYS.between(from, other.from));
    }

    private boolean overlaps(Dated other) {
        return from != null
                && until != null
                && other.from != null
                && other.until != null
                && !from.isAfter(other.until)
                && !other.from.isAfter(until);
    }
}
