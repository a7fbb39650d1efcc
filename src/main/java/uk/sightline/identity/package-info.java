/**
 * What people are known by, and how alike it is: the numbers that partners hold, birth dates in any form and precision,
 * and names in any script and spelling.
 *
 * <p>Law and practice: PRACTICE §16 (identifiers and formats), §17.4 ("unknown" is an answer). A number is checked by its
 * own published rule; a name is compared by sound, nickname, transliteration and mistake, and each likeness says why.
 *
 * <p>Owns no table, needs no database and no framework, and knows nobody. What it finds alike is shown to a person with
 * its reasons; it never decides that two people are one.
 */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {})
package uk.sightline.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
