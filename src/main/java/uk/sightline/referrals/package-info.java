/**
 * Referrals from receipt to answer (PRACTICE §1): the submitted form, kept as it was sent; its subjects and who they
 * turned out to be; the front door's queue, triage and decision; the answer to the referrer. Working Together to
 * Safeguard Children asks for a decision within one working day (clock C03).
 *
 * <p>Owns the schema {@code referrals}. Publishes {@link uk.sightline.referrals.Referrals}, {@link
 * uk.sightline.referrals.ReferralForm}, {@link uk.sightline.referrals.ReferralAnswers} and the views for work lists and proofs. Filling the form in is the module {@code
 * marf}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Referrals",
        allowedDependencies = {
            "platform",
            "govuk",
            "reference",
            "levels",
            "access",
            "audit",
            "clocks",
            "documents",
            "messages",
            "identity",
            "people"
        })
package uk.sightline.referrals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
