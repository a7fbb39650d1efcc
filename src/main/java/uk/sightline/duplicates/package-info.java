/**
 * Records that may be one person's: found in the background, judged by a person, one pair after the other.
 *
 * <p>Practice: PRACTICE §16 (never merged by a score), §17.1 (one person, one record). Whoever is new or has changed is held
 * against the index by the keys and the model of the search; a pair whose chance is at least the pack's {@code
 * match-possible}, with a name, a birth date or a number of one person alike, is asked about.
 *
 * <p>What people say is kept for good. A verdict is added to the earlier ones and never changed; weighing again changes the
 * weight and nothing else. A pair that somebody decided is not asked about again, with one exception: said not to be the
 * same when it was no strong match, and a strong match since. It then comes back with what was said. "Unsure" waits under
 * its own heading.
 *
 * <p>Owns the schema {@code duplicates}. A pair is seen by those who see both people; nothing else is counted, either.
 * Publishes the pages under {@code /duplicates}.
 *
 * <p>What was said is learnt from: the job {@code model} proposes a model of {@code people} and counts how far the one in use
 * has drifted; somebody who may merge puts one in use at {@code /duplicates/model}. That job sees nobody restricted or sealed.
 *
 * <p>"The same" proposes the merge of the two to {@code merges}, where a second person confirms it. Where a rule forbids
 * that, the verdict stands all the same and the pair's page leads to the proposal, which says why. A pair of which a record
 * is given up stands aside until the merge is undone.
 *
 * <p>What it does not do: it merges nothing, hides nobody because of a score, and puts no model in use by itself.
 */
@NullMarked
@ApplicationModule(
        displayName = "Duplicates",
        allowedDependencies = {"platform", "govuk", "identity", "reference", "access", "audit", "people", "merges"})
package uk.sightline.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
