package uk.sightline.clocks;

import java.time.Duration;

/** Colour of a clock (PRACTICE §0.11): always shown with its word, never by colour alone. */
public enum Rag {
    /** More than half of the time is left. */
    GREEN,
    /** Half of the time or less is left. */
    AMBER,
    /** The limit is reached or passed. */
    RED;

    /**
     * The colour for what is left of an allowance, both in the clock's own unit.
     *
     * @param remaining zero or negative when the limit is reached
     */
    public static Rag of(Duration remaining, Duration allowance) {
        if (!remaining.isPositive()) {
            return RED;
        }
        return remaining.multipliedBy(2).compareTo(allowance) > 0 ? GREEN : AMBER;
    }
}
