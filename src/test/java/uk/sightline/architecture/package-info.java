/** Rules that hold for the whole product, each found broken by a test rather than by a reader. */
@NullMarked
package uk.sightline.architecture;

import org.jspecify.annotations.NullMarked;
