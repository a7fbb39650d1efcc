/**
 * The partnership's work with a person on exploitation: from when to when, the level of each strand with its whole history,
 * the two workers, and the end with a reason (PRACTICE §2.3, §2.6, §15 dual-worker record, §19 closure reasons).
 *
 * <p>A level is one ordered value for a person and strand, and the overall level is the highest of them. It is decided by a
 * named person and only ever appended. While an involvement is open, everybody whose post reaches the cohort works with
 * the person.
 *
 * <p>Owns the schema {@code cases}. Publishes {@link uk.sightline.cases.Cases}, the event {@link
 * uk.sightline.cases.LevelDecided}, the view {@code cases.standing}, the pages under {@code /cases}, and adds to a
 * person's page how things stand, to the chronology what happened.
 *
 * <p>What it does not do: it never works a level out ({@code levels} does, and an assessment brings it here), it plans
 * nothing, and it closes nothing by itself.
 */
@NullMarked
@ApplicationModule(
        displayName = "Cases",
        allowedDependencies = {"platform", "govuk", "identity", "reference", "access", "audit", "messages", "people"})
package uk.sightline.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
