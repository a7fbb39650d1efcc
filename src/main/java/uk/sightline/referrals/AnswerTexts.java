package uk.sightline.referrals;

import org.jspecify.annotations.Nullable;

/**
 * What a referrer is told, to begin with: plain words, and only what may be shared (PRACTICE §12.2). It says what happens
 * next and whom to ring; it tells nothing that the referrer did not know about the person.
 */
final class AnswerTexts {

    private AnswerTexts() {}

    /**
     * The text to start from.
     *
     * @param outcome code of {@code referral-decision}
     * @param next label of the receiving team
     */
    static String of(String outcome, String reference, @Nullable String next, String team, String phone) {
        return """
                Thank you for your referral %s. We have read it and decided what happens next.

                %s

                If you see or hear something new, add it to the referral or ring %s on %s. If somebody is in \
                immediate danger, ring 999.""".formatted(reference, what(outcome, next), team, phone);
    }

    private static String what(String outcome, @Nullable String next) {
        return switch (outcome) {
            case "nfa" ->
                "We looked at what you told us together with what is already known. We will take no further action now.";
            case "advice" ->
                "We will not open an assessment now. We have given advice on what can help, and ask you to go on with the support that you give.";
            case "early-help" ->
                "We have asked %s to offer help. They will make contact with the family.".formatted(next);
            case "allocated-worker" ->
                "Somebody already works with the person. They have your referral and will act on it.";
            case "dram" ->
                "The agencies that work on exploitation will talk about it together at their next daily meeting, and agree who does what.";
            case "strategy" -> "Children's social care and the police will talk about it without delay.";
            case "adult-concern" ->
                "%s will look at it as a safeguarding concern about an adult and decide what is needed."
                        .formatted(next);
            case "other-authority" ->
                "The person lives in another authority's area. We have passed your referral to that authority.";
            case "duplicate" ->
                "We already have a referral about the same worry. Yours has been put together with it, so that nothing in it is lost.";
            case "intelligence-only" ->
                "We have passed what you told us on as information. No assessment will be opened because of it alone.";
            default -> "It has been decided who acts on it.";
        };
    }
}
