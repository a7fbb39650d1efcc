package uk.sightline.referrals;

import static uk.sightline.referrals.ReferralAction.ADD;
import static uk.sightline.referrals.ReferralAction.ASSIGN;
import static uk.sightline.referrals.ReferralAction.CLOSE;
import static uk.sightline.referrals.ReferralAction.DECIDE;
import static uk.sightline.referrals.ReferralAction.DOUBT;
import static uk.sightline.referrals.ReferralAction.HAND_OVER;
import static uk.sightline.referrals.ReferralAction.IDENTIFY;
import static uk.sightline.referrals.ReferralAction.JUDGE;
import static uk.sightline.referrals.ReferralAction.REVISE;
import static uk.sightline.referrals.ReferralAction.TELL;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.sightline.platform.RuleBroken;

/**
 * Where a referral stands (PRACTICE §1.4). A draft belongs to the form; submitted and acknowledged are one moment,
 * because the receipt is given at once. What was decided is the outcome, not a state of its own.
 */
enum ReferralState {
    ACKNOWLEDGED("New"),
    TRIAGED("People identified"),
    DECIDED("Decided, referrer not told"),
    ANSWERED("Answered, with the next team"),
    CLOSED("Closed");

    private static final Map<ReferralState, Map<ReferralAction, ReferralState>> STEPS = Map.of(
            ACKNOWLEDGED,
            Map.of(
                    ASSIGN, ACKNOWLEDGED,
                    HAND_OVER, ACKNOWLEDGED,
                    ADD, ACKNOWLEDGED,
                    JUDGE, ACKNOWLEDGED,
                    IDENTIFY, TRIAGED),
            TRIAGED,
            Map.of(ASSIGN, TRIAGED, HAND_OVER, TRIAGED, ADD, TRIAGED, DOUBT, ACKNOWLEDGED, DECIDE, DECIDED),
            DECIDED,
            Map.of(ADD, DECIDED, TELL, ANSWERED, REVISE, DECIDED),
            ANSWERED,
            Map.of(ADD, ANSWERED, CLOSE, CLOSED, REVISE, DECIDED),
            CLOSED,
            Map.of(ADD, CLOSED, REVISE, DECIDED));

    private final String label;

    ReferralState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReferralState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The state that an action leads to; empty when it is not possible here. */
    Optional<ReferralState> after(ReferralAction action) {
        return Optional.ofNullable(STEPS.getOrDefault(this, Map.of()).get(action));
    }

    boolean allows(ReferralAction action) {
        return after(action).isPresent();
    }

    /**
     * The state that an action leads to.
     *
     * @throws RuleBroken saying why it is not possible here
     */
    ReferralState step(ReferralAction action) {
        return after(action).orElseThrow(() -> new RuleBroken(action.refusal(this)));
    }
}
