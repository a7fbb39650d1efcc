@NullMarked
package uk.sightline.govuk;

import org.jspecify.annotations.NullMarked;
