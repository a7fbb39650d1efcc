package uk.sightline.worklist;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** The last row of a page: the next one begins after it, however the list has changed meanwhile. */
record Place(Instant due, UUID clock) {

    static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));

    /** The place in an address; the beginning when it is none. */
    static Place of(String after) {
        try {
            var parts = after.split("_", 2);
            return parts.length == 2
                    ? new Place(Instant.EPOCH.plus(Long.parseLong(parts[0]), MICROS), UUID.fromString(parts[1]))
                    : FIRST;
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return FIRST;
        }
    }

    static Place of(Row row) {
        return new Place(row.item().dueAt(), row.item().clock());
    }

    /** For an address; PostgreSQL keeps microseconds. */
    String inAddress() {
        return MICROS.between(Instant.EPOCH, due) + "_" + clock;
    }
}
