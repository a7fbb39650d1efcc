/**
 * Deadlines: when something is due, how much is left, and who is told when it runs late (PRACTICE §0.11).
 *
 * <p>The limits are data of the practice pack; this package gives them meaning. All reckoning is by the clock of
 * Europe/London and the holidays of England, whatever zone the machine is set to. Nothing here reads the time: callers
 * pass it in.
 */
@NullMarked
@ApplicationModule(displayName = "Clocks", allowedDependencies = "reference")
package uk.sightline.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
