/**
 * From answers to a level of exploitation (PRACTICE §2.3, §2.7): what counts, since when, which rule gave the level and
 * which floor held it up. Every point and every reason is in the result, so that a screen can show why.
 *
 * <p>The tools are data of the practice pack ({@link uk.sightline.reference.Tool}). Knows no database, no person and no
 * clock: {@link uk.sightline.levels.LevelRules} is a function. More indicators never lower a level. It proposes; a named
 * person decides, in the module {@code assessment}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Levels",
        allowedDependencies = {"reference"})
package uk.sightline.levels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
