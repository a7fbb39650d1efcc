/**
 * People's work, end to end, in a real browser against the whole product with a small district. Every page a visitor
 * arrives at is checked by axe and for errors in the browser's console. With {@code -Djourneys.pictures=FOLDER} the pages
 * that a journey names are kept as pictures, to look at.
 */
@NullMarked
package uk.sightline.journeys;

import org.jspecify.annotations.NullMarked;
