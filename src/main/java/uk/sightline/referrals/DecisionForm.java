package uk.sightline.referrals;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.RuleBroken;

/**
 * What a decider typed: the decision first, then the answer, saved together ("decide and tell").
 *
 * @param level ours, 1 to 4; the referrer's is kept beside it
 * @param team the receiving team, where the outcome passes the referral on
 * @param duplicateOf reference of the other referral
 * @param revisedWhy why the decision before it no longer stands
 * @param breachReason code, asked for when the answer is late
 * @param how portal, letter, phone or not-possible
 * @param told who took the call, or why nobody can be told
 */
record DecisionForm(
        int version,
        @Nullable String outcome,
        @Nullable String level,
        @Nullable String reason,
        @Nullable UUID team,
        @Nullable String duplicateOf,
        @Nullable String actions,
        @Nullable String revisedWhy,
        @Nullable String breachReason,
        @Nullable String breachWords,
        @Nullable String how,
        @Nullable String answer,
        @Nullable String told) {

    private static final int SHORTEST_REASON = 20;
    private static final int SHORTEST_REASON_WHEN_LEVELS_DIFFER = 60;
    private static final int LONGEST = 10_000;
    private static final int SHORTEST_ANSWER = 30;

    static DecisionForm empty(int version) {
        return new DecisionForm(version, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Our level, once it has been checked. */
    int ourLevel() {
        return switch (text(level)) {
            case "1", "2", "3", "4" -> Integer.parseInt(text(level));
            default -> throw new RuleBroken("level", "Choose the level of need");
        };
    }

    /**
     * What is wrong with the decision itself.
     *
     * @param late whether the answer's clock has run out and nobody has said why
     * @param revises whether there is a decision already
     */
    FieldErrors decisionErrors(int theirLevel, boolean late, boolean revises) {
        FieldErrors.Builder errors = FieldErrors.builder();
        if (text(outcome).isEmpty()) {
            errors.add("outcome", "Choose a decision");
        }
        if (!text(level).matches("[1-4]")) {
            errors.add("level", "Choose the level of need");
        } else if (text(reason).length() < shortestReason(theirLevel)) {
            errors.add("reason", reasonMissing(theirLevel));
        }
        if (text(outcome).equals("duplicate") && text(duplicateOf).isEmpty()) {
            errors.add("duplicateOf", "Enter the reference of the other referral");
        }
        if (revises && text(revisedWhy).length() < SHORTEST_REASON) {
            errors.add("revisedWhy", "Say why the earlier decision no longer stands, in at least 20 characters");
        }
        if (late && text(breachReason).isEmpty()) {
            errors.add("breachReason", "Choose why the answer is late");
        }
        if (late && text(breachWords).isEmpty()) {
            errors.add("breachWords", "Say in a few words why the answer is late");
        }
        tooLong(errors);
        return errors.build();
    }

    /** What is wrong with the answer. */
    FieldErrors answerErrors() {
        FieldErrors.Builder errors = FieldErrors.builder();
        if (text(answer).length() < SHORTEST_ANSWER) {
            errors.add("answer", "Write what the referrer is told, in at least 30 characters");
        }
        if (text(answer).length() > LONGEST) {
            errors.add("answer", "The answer may have up to 10,000 characters");
        }
        if (AnswerRoute.find(text(how)).isEmpty()) {
            errors.add("how", "Choose how the referrer is told");
        }
        if (AnswerRoute.find(text(how)).filter(AnswerRoute::asksWhom).isPresent()
                && text(told).length() < 2) {
            errors.add("told", "Say who was told, or why nobody can be");
        }
        return errors.build();
    }

    private int shortestReason(int theirLevel) {
        return ourLevel() == theirLevel ? SHORTEST_REASON : SHORTEST_REASON_WHEN_LEVELS_DIFFER;
    }

    private String reasonMissing(int theirLevel) {
        return ourLevel() == theirLevel
                ? "Give the reason for the decision, in at least 20 characters"
                : "Our level is not the referrer's: say why, in at least 60 characters";
    }

    private void tooLong(FieldErrors.Builder errors) {
        if (text(reason).length() > LONGEST) {
            errors.add("reason", "The reason may have up to 10,000 characters");
        }
        if (text(actions).length() > LONGEST) {
            errors.add("actions", "The actions may have up to 10,000 characters");
        }
    }

    /** As the page sends it; what cannot be read counts as not given, an unreadable version as an old one. */
    static DecisionForm of(Map<String, String> typed) {
        return new DecisionForm(
                version(typed),
                typed.get("outcome"),
                typed.get("level"),
                typed.get("reason"),
                id(typed.get("team-" + typed.getOrDefault("outcome", ""))),
                typed.get("duplicateOf"),
                typed.get("actions"),
                typed.get("revisedWhy"),
                typed.get("breachReason"),
                typed.get("breachWords"),
                typed.get("how"),
                typed.get("answer"),
                typed.get("told"));
    }

    DecisionForm answering(String route, String body) {
        return new DecisionForm(
                version,
                outcome,
                level,
                reason,
                team,
                duplicateOf,
                actions,
                revisedWhy,
                breachReason,
                breachWords,
                route,
                body,
                told);
    }

    static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    static @Nullable UUID id(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Without what PostgreSQL cannot keep, and without space around it. */
    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }
}
