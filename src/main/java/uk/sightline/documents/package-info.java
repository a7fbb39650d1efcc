/**
 * Files that people attach and letters that we send. A file is taken only when its content is of a kind we allow; what a
 * picture says about where and with what it was taken is removed; a virus scanner is asked where there is one. Letters are
 * PDF/UA, so that a screen reader reads them. Pictures that may be indecent images of children are never stored (PRACTICE
 * §12.9): every upload field is the tag {@code documents/upload.jte}, which says so before anything reaches this module.
 *
 * <p>Owns the schema {@code documents}. Publishes {@link uk.sightline.documents.Documents} and the tags {@code
 * documents/upload} and {@code documents/list}. A document is seen by whoever sees the record it is attached to; it has no
 * policy of its own.
 */
@NullMarked
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"platform", "govuk", "access", "audit"})
package uk.sightline.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
