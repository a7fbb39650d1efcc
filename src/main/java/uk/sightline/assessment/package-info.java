/**
 * Assessments of exploitation (PRACTICE §2): a tool of the practice pack is answered, indicator by indicator, by those who
 * work with the person; the rule makes a level of it and says why; a named person decides, and both levels are kept. Who
 * decides lower than the rule needs a manager's countersignature. Answers are only added, never overwritten.
 *
 * <p>Owns the schema {@code assessment}. {@link uk.sightline.assessment.Assessments} begins and ends one, {@link
 * uk.sightline.assessment.Answering} keeps what is answered, {@link uk.sightline.assessment.Deciding} takes it to a decided
 * level. What a level proposes is decided about one by one ({@link uk.sightline.assessment.FollowUps}); an adult's screening
 * that comes to a concern is on the adult safeguarding hub's list by the clock that runs for it.
 *
 * <p>A new assessment begins with what is known: the last one's answers, and those of a later referral that whoever begins it
 * may see ({@link uk.sightline.referrals.ReferralAnswers}).
 *
 * <p>What it does not do: it never decides a level by itself, and keeps no score of a person outside the assessment it came
 * from.
 */
@NullMarked
@ApplicationModule(
        displayName = "Assessment",
        allowedDependencies = {
            "platform",
            "govuk",
            "identity",
            "reference",
            "levels",
            "access",
            "audit",
            "clocks",
            "people",
            "cases",
            "referrals"
        })
package uk.sightline.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
