package uk.sightline.worklist;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import uk.sightline.platform.London;

/** When work is due, in the groups of a work list and in their order. */
enum DueGroup {
    NOW("Due now"),
    TODAY("Due today"),
    WEEK("Due this week"),
    LATER("Later"),
    PAUSED("Paused");

    private final String label;

    DueGroup(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The group of something that is not paused and whose limit is not passed: weeks end on Sunday, in London. */
    static DueGroup of(Instant due, Instant now) {
        var day = London.date(due);
        var today = London.date(now);
        if (!day.isAfter(today)) {
            return TODAY;
        }
        return day.isAfter(sunday(today)) ? LATER : WEEK;
    }

    private static LocalDate sunday(LocalDate today) {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }
}
