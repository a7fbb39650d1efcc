package uk.sightline.referrals;

import java.util.Locale;

/** What can happen to a referral (PRACTICE §1.4). */
enum ReferralAction {
    ASSIGN("give it to somebody", "It can be given to somebody else only until it is decided."),
    HAND_OVER("hand it to another team", "Once decided, the decision says which team it goes to."),
    JUDGE("say who one of several people is", "The people are identified before the decision."),
    IDENTIFY("identify the last person on it", "The people are identified before the decision."),
    DOUBT("take back who somebody is", "Who somebody is can be taken back only until the decision."),
    DECIDE("decide", "Say who each person is first. After that, a new decision revises the old one."),
    REVISE("decide anew", "There is no decision to revise yet."),
    TELL("answer the referrer", "Decide first; the referrer is told once."),
    CLOSE("close", "It is closed once it is decided, the referrer has been told and the next team is done."),
    ADD("add information or a correction", "Nothing can be added.");

    private final String label;
    private final String refusal;

    ReferralAction(String label, String refusal) {
        this.label = label;
        this.refusal = refusal;
    }

    String label() {
        return label;
    }

    String refusal(ReferralState state) {
        return "This referral is at \"%s\". %s".formatted(state.label().toLowerCase(Locale.UK), refusal);
    }
}
