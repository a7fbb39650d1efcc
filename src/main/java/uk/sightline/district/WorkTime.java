package uk.sightline.district;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import uk.sightline.clocks.WorkingDays;
import uk.sightline.platform.London;

/** When people are at their desks: working days from half past eight to five, in Bradford. */
record WorkTime(WorkingDays days) {

    private static final LocalTime OPEN = LocalTime.of(8, 30);
    private static final LocalTime CLOSE = LocalTime.of(17, 0);

    /** So many minutes at the desk later. */
    Instant after(Instant from, long minutes) {
        LocalDateTime at = London.dateTime(from);
        long left = minutes;
        while (true) {
            at = atDesk(at);
            long today = Duration.between(at.toLocalTime(), CLOSE).toMinutes();
            if (left <= today) {
                return London.instant(at.plusMinutes(left));
            }
            left -= today;
            at = at.toLocalDate().plusDays(1).atTime(OPEN);
        }
    }

    /** So many minutes at the desk earlier. */
    Instant before(Instant until, long minutes) {
        LocalDateTime at = London.dateTime(until);
        long left = minutes;
        while (true) {
            at = wasAtDesk(at);
            long today = Duration.between(OPEN, at.toLocalTime()).toMinutes();
            if (left <= today) {
                return London.instant(at.minusMinutes(left));
            }
            left -= today;
            at = at.toLocalDate().minusDays(1).atTime(CLOSE);
        }
    }

    private LocalDateTime atDesk(LocalDateTime at) {
        LocalDate day = days.onOrAfter(at.toLocalDate());
        if (!day.equals(at.toLocalDate()) || at.toLocalTime().isBefore(OPEN)) {
            return day.atTime(OPEN);
        }
        return at.toLocalTime().isBefore(CLOSE)
                ? at
                : days.onOrAfter(day.plusDays(1)).atTime(OPEN);
    }

    private LocalDateTime wasAtDesk(LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        if (days.isWorking(day) && at.toLocalTime().isAfter(OPEN)) {
            return at.toLocalTime().isAfter(CLOSE) ? day.atTime(CLOSE) : at;
        }
        day = day.minusDays(1);
        while (!days.isWorking(day)) {
            day = day.minusDays(1);
        }
        return day.atTime(CLOSE);
    }
}
