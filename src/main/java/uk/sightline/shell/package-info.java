/**
 * What surrounds every page: the frame's values for each request, the navigation by post, the home page, and the error
 * pages, in which a hidden and an absent record look the same.
 *
 * <p>Owns no table and no rule.
 */
@NullMarked
@ApplicationModule(displayName = "Shell")
package uk.sightline.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
