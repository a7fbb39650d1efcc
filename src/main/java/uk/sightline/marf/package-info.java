/**
 * Telling the partnership (PRACTICE §1.1 to §1.3): the referral form page by page, kept as it is typed; the same form
 * taken by telephone; and the public's worry, which needs no account.
 *
 * <p>Owns the schema {@code marf}: drafts, seen only by who is writing them (and by the front door while it writes up a
 * call). {@link uk.sightline.marf.Sections} is the table of the form's pages; each page is one {@code …Section}: what
 * it asks, what must be answered, and what it becomes in the referral. A child's form carries the assessment of exploitation
 * ({@link uk.sightline.marf.ChildAssessment}), by the pack's tool, whole or with the reason why not; nothing is weighed here.
 * A finished form goes to {@link uk.sightline.referrals.Referrals}. Nothing here looks anybody up: a referrer learns nothing about whom they refer.
 */
@NullMarked
@ApplicationModule(
        displayName = "Referral form",
        allowedDependencies = {
            "platform",
            "govuk",
            "reference",
            "access",
            "audit",
            "clocks",
            "documents",
            "messages",
            "identity",
            "people",
            "referrals"
        })
package uk.sightline.marf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
