/**
 * The practice pack: everything another partnership would change without changing the program (PRACTICE §17.11).
 *
 * <p>Agencies, teams, posts and what each may see (ACCESS), code lists, clocks, schools, bank holidays and thresholds
 * are YAML, read once at start, checked as a whole and refused with file, line, column and reason when broken. What is
 * local practice or waits for legal advice says so in its {@link uk.sightline.reference.Standing}; no screen may show
 * it as law.
 *
 * <p>Publishes {@link uk.sightline.reference.PracticePack} as a bean. Owns no tables. Does not decide who may see what
 * (the access module does) and does not reckon deadlines (the clocks module does).
 */
@NullMarked
@ApplicationModule(
        displayName = "Practice pack",
        allowedDependencies = {})
package uk.sightline.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
