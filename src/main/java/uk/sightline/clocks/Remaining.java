package uk.sightline.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Locale;

/** Says in words how much time is left or by how much a limit was passed. */
final class Remaining {

    private Remaining() {}

    /** @param own what is left in the clock's own unit */
    static String words(Instant now, Instant due, Duration own, Limit limit) {
        var late = !now.isBefore(due);
        if (limit instanceof Limit.Immediate && late) {
            return "due at once, " + plain(Duration.between(due, now)) + " ago";
        }
        if (limit instanceof Limit.Working && !sameDay(now, due) && own.abs().toDays() == 0) {
            return (late ? "overdue since " : "due ") + day(due, now);
        }
        var amount = limit instanceof Limit.Working
                ? working(now, due, own.abs())
                : plain(
                        limit instanceof Limit.Elapsed
                                ? own.abs()
                                : Duration.between(now, due).abs());
        return late ? "overdue by " + amount : amount + " left";
    }

    /** Hours mean little across a night when nobody works, so they are told only for the same day. */
    private static String working(Instant now, Instant due, Duration own) {
        if (sameDay(now, due)) {
            return plain(Duration.between(now, due).abs());
        }
        var days = own.toDays();
        var hours = own.minusDays(days).toHours();
        return count(days, "working day") + (days < 3 && hours > 0 ? ", " + hours + " h" : "");
    }

    private static boolean sameDay(Instant one, Instant other) {
        return LondonTime.date(one).equals(LondonTime.date(other));
    }

    /** Within a working day either way: the day's name tells it, over a weekend or a holiday too. */
    private static String day(Instant due, Instant now) {
        var on = LondonTime.date(due);
        var today = LondonTime.date(now);
        if (on.equals(today.plusDays(1))) {
            return "tomorrow";
        }
        return on.equals(today.minusDays(1))
                ? "yesterday"
                : on.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
    }

    private static String plain(Duration time) {
        if (time.toMinutes() < 1) {
            return "less than 1 min";
        }
        if (time.toHours() < 48) {
            return time.toHours() == 0 ? time.toMinutes() + " min" : hours(time);
        }
        return count(time.toDays(), "day")
                + (time.toHoursPart() == 0 || time.toDays() > 6 ? "" : " " + time.toHoursPart() + " h");
    }

    private static String hours(Duration time) {
        return time.toHours() + " h" + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
