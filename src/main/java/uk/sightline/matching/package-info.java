/**
 * Whether two records are about the same person: the model of Fellegi and Sunter (1969). Two records are held against
 * each other in one respect after the other; each finds a level, from "different" to "the same"; each level weighs as
 * much as it is likelier between two records of one person than between records of two, in bits; a value that many share
 * weighs less. How likely each level is, is estimated from the data itself by expectation and maximisation, beginning
 * with what is usual, so that a small index is not taken in by chance; where people have judged pairs, from what they said
 * ({@link uk.sightline.matching.Learning}).
 *
 * <p>Practice: PRACTICE §16 ("deterministic, then a score with human confirmation; never auto-merge"). Every score is the
 * sum of its parts, and {@link uk.sightline.matching.Explanation} says them in words. More agreement never lowers a score,
 * and it does not matter which record is named first. Sex, ethnicity and religion are no evidence unless a partnership's
 * pack says so (Equality Act 2010 s.4): such a comparison says of itself that it is about a protected characteristic.
 *
 * <p>Owns no table, needs no database and no framework, and decides nothing: above a threshold a machine may link rows of
 * a file; what is between sure and no goes to a person, and people are merged by people.
 */
@NullMarked
@ApplicationModule(
        displayName = "Matching",
        allowedDependencies = {"identity"})
package uk.sightline.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
