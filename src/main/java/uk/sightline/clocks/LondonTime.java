package uk.sightline.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The clock on the wall in London and back, so that what is later stays later on the nights when clocks change.
 *
 * <p>The hour that comes twice in October is read once: all of its second pass counts as its end. A time that does not
 * exist in March is the moment the clocks go forward.
 */
final class LondonTime {

    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private LondonTime() {}

    static LocalDateTime wall(Instant moment) {
        var local = LocalDateTime.ofInstant(moment, ZONE);
        var change = ZONE.getRules().getTransition(local);
        return change != null && change.isOverlap() && !moment.isBefore(change.getInstant())
                ? change.getDateTimeBefore()
                : local;
    }

    static Instant instant(LocalDateTime wall) {
        var change = ZONE.getRules().getTransition(wall);
        return change != null && change.isGap()
                ? change.getInstant()
                : wall.atZone(ZONE).toInstant();
    }

    static LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    static Instant midnightAfter(Instant moment) {
        return date(moment).plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
