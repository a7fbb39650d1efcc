package uk.sightline.assessment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.assessment.Answered.Typed;
import uk.sightline.levels.Said;
import uk.sightline.reference.Tool;
import uk.sightline.referrals.ReferralAnswers;
import uk.sightline.referrals.ReferralForm;

/**
 * Begins an assessment with what a referral said ([2.19]), so that nothing is asked twice. Each answer names the referral
 * it came from, and waits to be looked at again.
 */
@Component
class Referred {

    private final ReferralAnswers referrals;
    private final AnswerStore answers;

    Referred(ReferralAnswers referrals, AnswerStore answers) {
        this.referrals = referrals;
        this.answers = answers;
    }

    /**
     * Takes over the yes and no of the latest referral that the actor may see.
     *
     * @param decided when the last assessment by this tool was decided: what was referred before that is in it already;
     *     null when there is none
     */
    void takeOver(UUID person, UUID to, Tool tool, @Nullable Instant decided) {
        referrals
                .latest(person, tool.key())
                .filter(sent -> decided == null || sent.receivedAt().isAfter(decided))
                .ifPresent(sent -> takeOver(sent, to, tool));
    }

    private void takeOver(ReferralAnswers.Answered sent, UUID to, Tool tool) {
        Map<String, Answered> known = answers.answers(to);
        for (ReferralForm.Said said : sent.answers()) {
            Said answer = Said.of(said.said()).orElse(Said.NOT_ASKED);
            if (answer.isKnown() && isAsked(tool, said.indicator()) && says(answer, known.get(said.indicator()))) {
                answers.answer(
                        to,
                        new Typed(said.indicator(), answer, null, said.seen(), false, null, null),
                        sent.reference());
            }
        }
    }

    private static boolean isAsked(Tool tool, String indicator) {
        return tool.indicator(indicator)
                .filter(each -> each.answerClass() != null)
                .isPresent();
    }

    /** A referrer's no takes no yes away that somebody decided on, and what is evidenced is not made a suspicion again. */
    private static boolean says(Said answer, @Nullable Answered known) {
        return known == null
                || !known.said().isYes()
                || answer == Said.EVIDENCED
                || answer == Said.SUSPECTED && known.said() == Said.SUSPECTED;
    }
}
