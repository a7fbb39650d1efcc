package uk.sightline.clocks;

import java.time.Instant;

/** A time in which a clock stood still; ended, for while it lasts there is no due date to tell. */
public record Pause(Instant from, Instant until) {
    public Pause {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a pause ends after it begins");
        }
    }
}
