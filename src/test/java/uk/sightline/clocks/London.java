package uk.sightline.clocks;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.PracticePacks;

/** Moments by the wall clock in London, and the calendar of the shipped pack. */
final class London {

    static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final PracticePack PACK = PracticePacks.load("classpath:packs/bradford");
    static final WorkingDays WORKING = WorkingDays.of(PACK);
    static final Deadlines DEADLINES = new Deadlines(WORKING);

    private London() {}

    /** Such as {@code 2026-12-24 15:00}; the first of two when the clocks go back. */
    static Instant at(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(ZONE).toInstant();
    }

    static String wall(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZONE).toString().replace('T', ' ');
    }
}
