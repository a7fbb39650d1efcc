/**
 * The people index: one record for a person from childhood to old age, found by any spelling of the name, any way of
 * writing the birth date and any number that a partner holds.
 *
 * <p>Law and practice: PRACTICE §16 (identifiers and formats), §17.1 (one person, many roles), §17.4 ("unknown" is an
 * answer). Whom a search finds by keys of {@code identity} is weighed by the model of {@code matching}, shown with what
 * each comparison adds, and a person decides whether two records are the same. By which model, a person decides, too
 * ({@link uk.sightline.people.Models}): one is learnt from verdicts ({@link uk.sightline.people.ModelLearning}), kept, and put
 * in use with a reason.
 *
 * <p>Owns the schema {@code people}. Publishes {@link uk.sightline.people.People} (create, add facts, find candidates),
 * the same for some thousand at once ({@link uk.sightline.people.BulkPeople} makes, {@link
 * uk.sightline.people.BulkChanges} changes, {@link uk.sightline.people.BulkUndoing} takes back, {@link
 * uk.sightline.people.Recognition} says who the rows of a file may be), the person page at {@code /people/{id}}, the search at {@code /people}, the view {@code people.summary}, whom to
 * compare and how alike two are ({@link uk.sightline.people.Comparing}), and three promises that other modules keep: {@link
 * uk.sightline.people.ChronologySource}, {@link uk.sightline.people.ReferenceSource} and {@link
 * uk.sightline.people.WorkSource}.
 *
 * <p>What it does not do: it never merges, never hides a candidate because of a score, and never traces a number with a
 * national service.
 */
@NullMarked
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"platform", "govuk", "identity", "matching", "reference", "access", "audit"})
package uk.sightline.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
