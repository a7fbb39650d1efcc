package uk.sightline.clocks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import uk.sightline.reference.PracticePack;

/**
 * The working days of England: Monday to Friday less the bank holidays of the pack, by the clock of Europe/London.
 *
 * <p><b>Convention.</b> A limit of <i>n</i> working days ends at the same time of day, <i>n</i> working days later: one
 * working day from Friday 15:00 is Monday 15:00. A start on a day that is not a working day, or before 09:00 on one
 * that is, counts as 09:00 of that or the next working day: one working day from Saturday noon is Tuesday 09:00. A start
 * in the evening of a working day keeps its time: from Friday 22:00 it is Monday 22:00. So a later start never gives an
 * earlier end, and an end never falls on a day when nobody works.
 *
 * <p><b>The line.</b> Working time is measured along a line on which every working day is 24 hours long and every other
 * moment is the 09:00 that follows it. Differences on it count in working days; they survive clock changes because it
 * is laid over local time.
 *
 * <p>Beyond the last holiday of the pack only weekends are known; {@link #knownUntil()} tells how far it goes.
 */
public final class WorkingDays {

    /** When a working day opens. */
    public static final LocalTime OPENING = LocalTime.of(9, 0);

    static final Duration DAY = Duration.ofDays(1);

    /** A Monday before anything on record; days are numbered from it. */
    private static final LocalDate ORIGIN = LocalDate.of(1900, 1, 1);

    private final NavigableSet<LocalDate> holidays;

    public WorkingDays(Collection<LocalDate> holidays) {
        this.holidays = new TreeSet<>(holidays);
        this.holidays.removeIf(day -> weekend(day) || day.isBefore(ORIGIN));
    }

    /** The calendar of a pack. */
    public static WorkingDays of(PracticePack pack) {
        return new WorkingDays(pack.holidayDates());
    }

    public boolean isWorking(LocalDate day) {
        return !weekend(day) && !holidays.contains(day);
    }

    /** The day itself if it is a working day, or the next one that is. */
    public LocalDate onOrAfter(LocalDate day) {
        var next = day;
        while (!isWorking(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The working day so many after a working day. */
    public LocalDate plus(LocalDate workingDay, int days) {
        var day = workingDay;
        for (var left = days; left > 0; left--) {
            day = onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /** The last day for which bank holidays are known: the end of the year of the last one. */
    public LocalDate knownUntil() {
        return holidays.isEmpty() ? ORIGIN : holidays.last().withMonth(12).withDayOfMonth(31);
    }

    /** When work on something that came at that moment begins. */
    public LocalDateTime counted(Instant moment) {
        var local = LondonTime.wall(moment);
        var day = onOrAfter(local.toLocalDate());
        var opening = day.atTime(OPENING);
        return day.equals(local.toLocalDate()) && local.isAfter(opening) ? local : opening;
    }

    /** The end of a limit of working days. */
    public Instant due(Instant start, int days) {
        var from = counted(start);
        return LondonTime.instant(plus(from.toLocalDate(), days).atTime(from.toLocalTime()));
    }

    /** Place of a moment on the line. */
    Duration position(Instant moment) {
        var at = counted(moment);
        return DAY.multipliedBy(number(at.toLocalDate()))
                .plusNanos(at.toLocalTime().toNanoOfDay());
    }

    /** The moment at a place on the line, not before opening. */
    Instant moment(Duration position) {
        var time = LocalTime.ofNanoOfDay(position.minusDays(position.toDays()).toNanos());
        return LondonTime.instant(day(position.toDays()).atTime(time.isBefore(OPENING) ? OPENING : time));
    }

    /** How many working days there are from the origin up to and without a day. */
    private long number(LocalDate day) {
        var days = ChronoUnit.DAYS.between(ORIGIN, day);
        var weekdays = days / 7 * 5 + Math.min(days % 7, 5);
        return weekdays - holidays.headSet(day, false).size();
    }

    private LocalDate day(long number) {
        var day = ORIGIN.plusDays(number / 5 * 7 + number % 5);
        while (number(day) < number || !isWorking(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
