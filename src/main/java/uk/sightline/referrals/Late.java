package uk.sightline.referrals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.clocks.Clocks;
import uk.sightline.platform.RuleBroken;

/**
 * Why a limit was missed, as typed; asked for only when it was.
 *
 * @param code of {@code breach-reason}
 */
record Late(@Nullable String code, @Nullable String words) {

    /** @throws RuleBroken when the clock is late and no reason was given */
    void explain(Clocks clocks, UUID referral, String rule) {
        if (!clocks.needsBreachReason(referral, rule)) {
            return;
        }
        if (DecisionForm.text(code).isEmpty()) {
            throw new RuleBroken("breachReason", "Choose why it is late");
        }
        if (DecisionForm.text(words).isEmpty()) {
            throw new RuleBroken("breachWords", "Say in a few words why it is late");
        }
        clocks.explainBreach(referral, rule, DecisionForm.text(code), DecisionForm.text(words));
    }
}
