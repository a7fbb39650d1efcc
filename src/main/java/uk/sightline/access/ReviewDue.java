package uk.sightline.access;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import uk.sightline.platform.London;

/** When a review of emergency access is due: two working days of England after it was taken (PRACTICE §12.6). */
final class ReviewDue {

    private static final int WORKING_DAYS = 2;
    private static final LocalTime OPENING = LocalTime.of(9, 0);

    private ReviewDue() {}

    /** Taken when nobody works, it counts from nine o'clock on the next working day. */
    static Instant of(Instant taken, Set<LocalDate> holidays) {
        LocalDateTime local = London.dateTime(taken);
        LocalDate day = onOrAfter(local.toLocalDate(), holidays);
        boolean early = !day.equals(local.toLocalDate()) || local.toLocalTime().isBefore(OPENING);
        for (int days = 0; days < WORKING_DAYS; days++) {
            day = onOrAfter(day.plusDays(1), holidays);
        }
        return London.instant(day.atTime(early ? OPENING : local.toLocalTime()));
    }

    private static LocalDate onOrAfter(LocalDate day, Set<LocalDate> holidays) {
        LocalDate next = day;
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY
                || next.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.contains(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
