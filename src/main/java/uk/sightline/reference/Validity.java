package uk.sightline.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something in the pack holds, in Europe/London.
 *
 * @param from first day
 * @param until last day, or null when no end is known
 */
public record Validity(LocalDate from, @Nullable LocalDate until) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    boolean overlaps(Validity other) {
        return (until == null || !other.from.isAfter(until)) && (other.until == null || !from.isAfter(other.until));
    }

    static Validity read(Entry entry) {
        var from = entry.optionalDate("from");
        var until = entry.optionalDate("until");
        var first = from == null ? LocalDate.EPOCH : from;
        if (until != null && until.isBefore(first)) {
            entry.problem("until", "'until' is before 'from'");
        }
        return new Validity(first, until);
    }
}
