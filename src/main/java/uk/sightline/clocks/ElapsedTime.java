package uk.sightline.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.util.Set;

/** Real time, passing over whole London days that the law disregards (C29: Christmas Day). */
final class ElapsedTime {

    private ElapsedTime() {}

    static Instant after(Instant start, Duration time, Set<MonthDay> notCounting) {
        if (notCounting.isEmpty()) {
            return start.plus(time);
        }
        var at = start;
        var left = time;
        while (counts(at, notCounting).compareTo(left) < 0 || skipped(at, notCounting)) {
            left = left.minus(counts(at, notCounting));
            at = LondonTime.midnightAfter(at);
        }
        return at.plus(left);
    }

    /** Negative when the second moment is the earlier. */
    static Duration between(Instant from, Instant until, Set<MonthDay> notCounting) {
        if (until.isBefore(from)) {
            return between(until, from, notCounting).negated();
        }
        var total = Duration.between(from, until);
        for (var at = from; !notCounting.isEmpty() && at.isBefore(until); at = LondonTime.midnightAfter(at)) {
            total = skipped(at, notCounting)
                    ? total.minus(Duration.between(at, earlier(LondonTime.midnightAfter(at), until)))
                    : total;
        }
        return total;
    }

    /** How much of the rest of the day counts. */
    private static Duration counts(Instant at, Set<MonthDay> notCounting) {
        return skipped(at, notCounting) ? Duration.ZERO : Duration.between(at, LondonTime.midnightAfter(at));
    }

    private static boolean skipped(Instant moment, Set<MonthDay> notCounting) {
        return notCounting.contains(MonthDay.from(LondonTime.date(moment)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
