package uk.sightline.assessment;

import static uk.sightline.assessment.AssessmentAction.ANSWER;
import static uk.sightline.assessment.AssessmentAction.COUNTERSIGN;
import static uk.sightline.assessment.AssessmentAction.DECIDE;
import static uk.sightline.assessment.AssessmentAction.FOLLOW_UP;
import static uk.sightline.assessment.AssessmentAction.GIVE_BACK;
import static uk.sightline.assessment.AssessmentAction.SEND;
import static uk.sightline.assessment.AssessmentAction.SUPERSEDE;
import static uk.sightline.assessment.AssessmentAction.WITHDRAW;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.sightline.platform.RuleBroken;

/**
 * Where an assessment stands (PRACTICE §2.6). Approved and active are one moment; an active one is under review while a draft
 * that began with its answers is being written, which is a question asked of the drafts and not a state of its own.
 */
enum AssessmentState {
    DRAFT("Being answered"),
    WITH_MANAGER("With a manager"),
    ACTIVE("Decided"),
    SUPERSEDED("Replaced by a later one"),
    WITHDRAWN("Withdrawn");

    private static final Map<AssessmentState, Map<AssessmentAction, AssessmentState>> STEPS = Map.of(
            DRAFT,
            Map.of(ANSWER, DRAFT, SEND, WITH_MANAGER, DECIDE, ACTIVE, WITHDRAW, WITHDRAWN),
            WITH_MANAGER,
            Map.of(COUNTERSIGN, ACTIVE, GIVE_BACK, DRAFT),
            ACTIVE,
            Map.of(FOLLOW_UP, ACTIVE, SUPERSEDE, SUPERSEDED),
            SUPERSEDED,
            Map.of(FOLLOW_UP, SUPERSEDED),
            WITHDRAWN,
            Map.of());

    private final String label;

    AssessmentState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AssessmentState of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    Optional<AssessmentState> after(AssessmentAction action) {
        return Optional.ofNullable(STEPS.getOrDefault(this, Map.of()).get(action));
    }

    boolean allows(AssessmentAction action) {
        return after(action).isPresent();
    }

    /**
     * The state that an action leads to.
     *
     * @throws RuleBroken saying why it is not possible here
     */
    AssessmentState step(AssessmentAction action) {
        return after(action).orElseThrow(() -> new RuleBroken(action.refusal(this)));
    }
}
