package uk.sightline.clocks;

import java.time.Duration;
import java.time.Instant;

/** Says in words how much time is left or by how much a limit was passed. */
final class Remaining {

    private Remaining() {}

    /** @param own what is left in the clock's own unit */
    static String words(Instant now, Instant due, Duration own, Limit limit) {
        var late = !now.isBefore(due);
        var amount = limit instanceof Limit.Working
                ? working(now, due, own.abs())
                : plain(
                        limit instanceof Limit.Elapsed
                                ? own.abs()
                                : Duration.between(now, due).abs());
        if (limit instanceof Limit.Immediate && late) {
            return "due at once, " + plain(Duration.between(due, now)) + " ago";
        }
        return late ? "overdue by " + amount : amount + " left";
    }

    /** Hours mean little across a night when nobody works, so they are told only for the same day. */
    private static String working(Instant now, Instant due, Duration own) {
        var days = own.toDays();
        if (LondonTime.date(now).equals(LondonTime.date(due))) {
            return plain(Duration.between(now, due).abs());
        }
        var hours = own.minusDays(days).toHours();
        if (days == 0) {
            return "less than 1 working day";
        }
        return count(days, "working day") + (days < 3 && hours > 0 ? ", " + hours + " h" : "");
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
