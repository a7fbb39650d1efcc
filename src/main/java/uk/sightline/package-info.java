/** The product: its start class and its command line. */
@NullMarked
package uk.sightline;

import org.jspecify.annotations.NullMarked;
