package uk.sightline.district;

import java.time.Instant;
import java.util.UUID;
import uk.sightline.referrals.PastReferral.Decided;

/**
 * What was decided on a referral.
 *
 * @param outcome code of {@code referral-decision}
 * @param level the receiver's view of the level of need
 */
record Verdict(String outcome, int level, String reason) {

    private static final Weighted CHILDREN = Weighted.of(
            "nfa 12, advice 22, early-help 24, allocated-worker 10, dram 19, strategy 8, other-authority 3, intelligence-only 2");
    private static final Weighted GRAVE = Weighted.of("dram 45, strategy 40, allocated-worker 15");
    private static final Weighted PASSED_ON = Weighted.of("early-help 62, allocated-worker 24, dram 10, strategy 4");
    private static final Weighted ADULTS = Weighted.of("adult-concern 58, advice 24, nfa 14, other-authority 4");

    static Verdict of(Cast cast, int theirLevel, Dice dice) {
        String outcome = (cast.isAdult() ? ADULTS : theirLevel == 4 ? GRAVE : CHILDREN).draw(dice);
        int level = Math.clamp(theirLevel + (dice.chance(22) ? dice.between(-1, 1) : 0), 1, 4);
        return new Verdict(outcome, level, reason(outcome));
    }

    /** One that puts work on another team's list. */
    static Verdict passing(Cast cast, int theirLevel, Dice dice) {
        String outcome = cast.isAdult() ? "adult-concern" : PASSED_ON.draw(dice);
        return new Verdict(outcome, theirLevel, reason(outcome));
    }

    static Verdict advice(int level) {
        return new Verdict("advice", level, reason("advice"));
    }

    Decided decided(UUID by, Instant at) {
        return new Decided(outcome, level, reason, by, at);
    }

    String label(PackCodes codes) {
        return codes.pack().codes("referral-decision").label(outcome);
    }

    private static String reason(String outcome) {
        return switch (outcome) {
            case "nfa" -> "What was seen is explained and nothing more is needed.";
            case "advice" -> "The school can help; we said how and whom to ring.";
            case "early-help" -> "The family wants help and early help can give it.";
            case "allocated-worker" -> "The family's social worker knows them and will act.";
            case "dram" -> "Signs of exploitation that the daily meeting should weigh.";
            case "strategy" -> "Significant harm is suspected; agencies need to meet.";
            case "adult-concern" -> "An adult with care needs may be unable to protect themselves.";
            case "other-authority" -> "The family lives in another authority's area.";
            default -> "No consent at this level; what is known goes to the police as intelligence.";
        };
    }
}
