package uk.sightline.clocks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.reference.ClockRule;

/** A rule of the pack with the means to reckon by it. */
record Measure(ClockRule rule, Limit limit, Deadlines deadlines) {

    Instant due(Instant started, List<Pause> pauses) {
        return deadlines.due(started, limit, pauses);
    }

    /** Whether the limit is broken at that moment, by work not done or, for a waiting time, by work done too early. */
    boolean broken(Instant due, Instant at, boolean done) {
        return switch (rule.sense()) {
            case WITHIN -> !at.isBefore(due.plus(limit.grace()));
            case NOT_BEFORE -> done && at.isBefore(due);
        };
    }

    /** When the escalation next has something to do; null when it never has again. */
    @Nullable Instant lookAt(Instant started, Instant due, boolean breachKnown, int rung) {
        var ladder = deadlines.escalations(rule, started, due);
        var next = rung < ladder.size() ? ladder.get(rung).at() : null;
        var breach = breachKnown || rule.sense() == ClockRule.Sense.NOT_BEFORE ? null : due.plus(limit.grace());
        return earlier(next, breach);
    }

    Reading read(Instant started, Instant due, @Nullable Instant paused, Instant now) {
        var at = paused == null ? now : paused;
        var words = deadlines.words(at, due, limit);
        return new Reading(
                rule.label(),
                deadlines.rag(started, due, at, limit),
                paused == null ? words : "paused, " + words,
                broken(due, at, false));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
