package uk.sightline.clocks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock on a record.
 *
 * @param rule of the pack, such as C03
 * @param subject the record it is about
 * @param kind that record's kind
 * @param reference how people name that record
 * @param owner who does the work; null while it waits on the team's list
 * @param acceptedAt when the owner took it on; null: it is new to them
 * @param dueAt as last reckoned; moves when a paused clock is resumed
 * @param breachReason code of {@code breach-reason}; null: not asked for, or not yet given
 * @param rung how many steps of its ladder were taken
 */
public record Clock(
        UUID id,
        String rule,
        UUID subject,
        String kind,
        String reference,
        UUID team,
        @Nullable UUID owner,
        @Nullable Instant acceptedAt,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant pausedAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant breachedAt,
        @Nullable String breachReason,
        int rung,
        Measure measure) {

    /** The rule in words, as the pack says it. */
    public String label() {
        return measure.rule().label();
    }

    public boolean running() {
        return stoppedAt == null;
    }

    /** Its colour; of a stopped clock the colour when it stopped. */
    public Rag rag(Instant now) {
        return reading(now).rag();
    }

    /** What is left in words; of a stopped clock what was left. */
    public String remaining(Instant now) {
        return reading(now).words();
    }

    public Reading reading(Instant now) {
        return measure.read(startedAt, dueAt, pausedAt, stoppedAt == null ? now : stoppedAt);
    }

    /** Whether the limit was broken and nobody has said why. */
    public boolean needsReason(Instant now) {
        return breachReason == null && (breachedAt != null || measure.broken(dueAt, effective(now), !running()));
    }

    private Instant effective(Instant now) {
        if (stoppedAt != null) {
            return stoppedAt;
        }
        return pausedAt == null ? now : pausedAt;
    }
}
