/**
 * The log, read by those who watch over it (PRACTICE §12; ACCESS: information governance): who looked at what, when and
 * why. Each look at the log is itself an entry of the log.
 *
 * <p>Owns no table: it reads {@code audit.act} as far as the policy lets the reader. It stands apart from {@code audit},
 * which {@code access} is built on and which therefore cannot ask who may open a page.
 */
@NullMarked
@ApplicationModule(
        displayName = "Watch",
        allowedDependencies = {"platform", "govuk", "access", "audit"})
package uk.sightline.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
