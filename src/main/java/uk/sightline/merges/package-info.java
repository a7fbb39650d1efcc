/**
 * Two records of one person become one, and two again when that was wrong.
 *
 * <p>Law and practice: PRACTICE §16 and §17.1 (one person, one record; a person decides, never a score), ACCESS (nobody
 * decides alone on their own proposal), UK GDPR article 19 (whoever was given what is wrong is told that it was corrected).
 *
 * <p>One colleague proposes which record is kept and why; another one confirms. Everything that names the person follows, row
 * by row, wherever it is ({@code platform.following}), and each row is remembered; undone at any later time, all of it goes
 * back, and what has been added since is asked about. Whoever relied on what was wrong is told, on their list, with a clock,
 * until they say that they have read it.
 *
 * <p>Owns the schema {@code merges}. Publishes {@link uk.sightline.merges.Merges} and the pages under {@code /merges}, and
 * adds to a person's chronology.
 *
 * <p>What it does not do: it never merges by itself, never merges anybody restricted or sealed, never two people whose checked
 * NHS numbers or pupil numbers differ, and it deletes nobody: the record that is given up stays and can be found by its
 * reference.
 */
@NullMarked
@ApplicationModule(
        displayName = "Merges",
        allowedDependencies = {"platform", "govuk", "identity", "reference", "access", "audit", "clocks", "people"})
package uk.sightline.merges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
