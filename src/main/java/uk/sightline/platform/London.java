package uk.sightline.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Time at the edge: instants inside, Europe/London on every page, letter and form. */
public final class London {

    /** The one zone of the product. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private London() {}

    public static LocalDate date(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    public static LocalDateTime dateTime(Instant instant) {
        return instant.atZone(ZONE).toLocalDateTime();
    }

    public static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    /** {@code 3 July 2026}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code 3 Jul 2026}, for dense tables. */
    public static String shortDay(LocalDate date) {
        return SHORT_DAY.format(date);
    }

    /** {@code 3 July 2026 at 14:02}. */
    public static String dayAndTime(Instant instant) {
        return DAY.format(dateTime(instant)) + " at " + clock(instant);
    }

    /** {@code 3 Jul 2026 14:02}, for dense tables. */
    public static String shortDayAndTime(Instant instant) {
        return SHORT_DAY.format(dateTime(instant)) + " " + clock(instant);
    }

    /** {@code Fri 3 Jul, 14:02}, for what is due soon. */
    public static String weekdayAndTime(Instant instant) {
        return WEEKDAY.format(dateTime(instant)) + ", " + clock(instant);
    }

    /** {@code 14:02}. */
    public static String clock(Instant instant) {
        return CLOCK.format(dateTime(instant));
    }
}
