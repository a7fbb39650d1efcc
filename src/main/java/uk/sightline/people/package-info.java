/**
 * The people index: one record for a person from childhood to old age, found by any spelling of the name, any way of
 * writing the birth date and any number that a partner holds.
 *
 * <p>Law and practice: PRACTICE §16 (identifiers and formats), §17.1 (one person, many roles), §17.4 ("unknown" is an
 * answer). The rules about identifiers, birth dates, name keys and likeness need no database and no framework; what
 * they find is shown to a person with its reasons, and a person decides whether two records are the same.
 *
 * <p>What the rules do not do: they never merge, never hide a candidate because of a score, and never trace a number
 * with a national service.
 */
@NullMarked
package uk.sightline.people;

import org.jspecify.annotations.NullMarked;
