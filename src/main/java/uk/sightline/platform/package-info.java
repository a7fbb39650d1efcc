/**
 * The kernel every module stands on: who is acting, the transaction that tells PostgreSQL so, identifiers, time at the
 * edge, pages and error pages, background jobs, and the database itself, embedded or by URL.
 *
 * <p>Owns the schema {@code platform}: {@code me()} and {@code at()} (the actor and the instant of the running
 * transaction; {@code me()} raises when nobody is bound), the HTTP sessions and the job table.
 *
 * <p>It knows nothing about people, referrals or who may see what: that is the {@code access} module.
 */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package uk.sightline.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
