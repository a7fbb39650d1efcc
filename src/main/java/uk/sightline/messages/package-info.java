/**
 * E-mail that leaves the product (DESIGN §5, §6): queued in the transaction of what it tells of, sent by a job, tried
 * again when the server is away, and visible when it fails. A message carries a reference and a link, never what a record
 * says or whom it is about.
 *
 * <p>Owns the schema {@code messages}. Publishes {@link uk.sightline.messages.Mail} (send, about) and {@link
 * uk.sightline.messages.MailState}. It does not decide who is told what: the module whose fact it is does.
 */
@NullMarked
@ApplicationModule(
        displayName = "Messages",
        allowedDependencies = {"platform", "govuk", "access", "audit"})
package uk.sightline.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
