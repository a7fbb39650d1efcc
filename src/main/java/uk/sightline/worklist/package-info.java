/**
 * What is due, for one person and for a team (UX 1), and the proof that nothing is lost (PRACTICE §0.11, DESIGN §1).
 *
 * <p>Home of every signed-in person: what is due now, today, this week; what is new to them; what they were told, and
 * which of their own referrals were answered; whom they looked at last. It lists running clocks under the one access policy and opens the pages of the modules that own
 * the records; it assigns nothing itself, because whether work may be given to somebody is theirs to check.
 *
 * <p>The proof reads what other modules publish, in one snapshot, and counts the same things from two sides: what the log
 * says was sent in, and what there is.
 *
 * <p>Owns the schema {@code worklist}. Calls nobody's tables.
 */
@NullMarked
@ApplicationModule(
        displayName = "Work list",
        allowedDependencies = {
            "platform",
            "govuk",
            "reference",
            "access",
            "audit",
            "clocks",
            "documents",
            "messages",
            "people",
            "referrals"
        })
package uk.sightline.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
