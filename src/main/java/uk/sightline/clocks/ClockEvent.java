package uk.sightline.clocks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a clock, for {@code clocks.clock_event}. */
record ClockEvent(
        UUID clock,
        UUID subject,
        String what,
        @Nullable UUID team,
        @Nullable UUID owner,
        @Nullable Integer rung,
        @Nullable String words) {

    static ClockEvent of(Clock clock, String what, @Nullable String words) {
        return new ClockEvent(clock.id(), clock.subject(), what, null, null, null, words);
    }

    static ClockEvent assigned(Clock clock, String what, UUID team, @Nullable UUID owner) {
        return new ClockEvent(clock.id(), clock.subject(), what, team, owner, null, null);
    }

    static ClockEvent escalated(Clock clock, int rung, String words) {
        return new ClockEvent(clock.id(), clock.subject(), "escalated", null, null, rung, words);
    }
}
