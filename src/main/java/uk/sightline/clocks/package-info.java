/**
 * Deadlines: when something is due, how much is left, and who is told when it runs late (PRACTICE §0.11).
 *
 * <p>The limits are data of the practice pack; {@link uk.sightline.clocks.Deadlines} gives them meaning, by the clock of
 * Europe/London and the holidays of England, whatever zone the machine is set to. {@link uk.sightline.clocks.Clocks}
 * keeps the running ones: a clock is started in the transaction of the fact that starts it, is seen by those who see the
 * record it is about, and is stopped with evidence. The job {@code escalation} takes the steps of each ladder.
 *
 * <p>Owns the schema {@code clocks}; publishes its views {@code running}, {@code unexplained} and {@code told}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Clocks",
        allowedDependencies = {"platform", "reference", "access", "audit"})
package uk.sightline.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
