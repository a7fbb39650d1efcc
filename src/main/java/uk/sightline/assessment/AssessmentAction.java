package uk.sightline.assessment;

import java.util.Locale;

/** What can happen to an assessment (PRACTICE §2.6). */
enum AssessmentAction {
    ANSWER("answer", "Answers can be changed until it is decided. Begin a new one: it starts with these answers."),
    SEND("send to a manager", "Only one that is being answered goes to a manager."),
    DECIDE("decide the level", "The level is decided once. Begin a new one when something has changed."),
    COUNTERSIGN("countersign", "There is nothing to countersign."),
    GIVE_BACK("give back", "Only one that is with a manager can be given back."),
    FOLLOW_UP("decide what it proposes", "It proposes something once the level is decided."),
    SUPERSEDE("replace by a later one", "Only a decided one is replaced."),
    WITHDRAW("withdraw", "Only one that is being answered can be withdrawn.");

    private final String label;
    private final String refusal;

    AssessmentAction(String label, String refusal) {
        this.label = label;
        this.refusal = refusal;
    }

    String label() {
        return label;
    }

    String refusal(AssessmentState state) {
        return "This assessment is at \"%s\". %s".formatted(state.label().toLowerCase(Locale.UK), refusal);
    }
}
