/**
 * Files that people attach and letters that we send. A file is taken only when its content is of a kind we allow; what a
 * picture says about where and with what it was taken is removed; a virus scanner is asked where there is one. Letters are
 * PDF/UA, so that a screen reader reads them. Pictures that may be indecent images of children are never stored (PRACTICE
 * §12.9): that guard is on the page, before anything reaches this module.
 */
@NullMarked
package uk.sightline.documents;

import org.jspecify.annotations.NullMarked;
