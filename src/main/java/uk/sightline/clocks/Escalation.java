package uk.sightline.clocks;

import java.time.Instant;
import java.util.Set;

/**
 * A rung of the ladder with its time.
 *
 * @param step which rung, from 0
 * @param at when it is reached if the clock is still running
 * @param tell codes of {@code escalation-role}
 */
public record Escalation(int step, Instant at, Set<String> tell) {}
