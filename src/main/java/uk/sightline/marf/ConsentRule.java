package uk.sightline.marf;

import org.jspecify.annotations.Nullable;

/**
 * The hard stop (PRACTICE §1.3): at levels 2 and 3 a referral needs consent to share. Without it there are three ways
 * on: ask for it, raise the level to 4 and say why, or send what is known as intelligence only. Level 4, significant
 * harm, needs no consent.
 */
enum ConsentRule {
    /** It may be sent. */
    CLEAR,
    /** It may be sent, as intelligence only. */
    INTELLIGENCE,
    /** No way on has been chosen. */
    STOPPED,
    /** The draft waits until somebody has been asked. */
    WAITING;

    static final String GET_CONSENT = "get-consent";
    static final String UPGRADE = "upgrade";
    static final String INTELLIGENCE_ONLY = "intelligence-only";

    /**
     * @param level 1 to 4 as chosen, 0 when none is
     * @param sharing a code of {@code consent-to-share}, empty when not answered
     * @param route a code of {@code consent-route}, or nothing
     */
    static ConsentRule of(int level, String sharing, @Nullable String route) {
        if (!stops(level, sharing)) {
            return CLEAR;
        }
        return switch (route) {
            case INTELLIGENCE_ONLY -> INTELLIGENCE;
            case GET_CONSENT -> WAITING;
            case null, default -> STOPPED;
        };
    }

    static boolean stops(int level, String sharing) {
        return (level == 2 || level == 3) && !sharing.equals("given");
    }

    static ConsentRule of(Draft draft) {
        Answers consent = draft.answers(ConsentSection.KEY);
        return of(LevelSection.chosen(draft), consent.text("sharing"), consent.orNull("route"));
    }

    boolean maySend() {
        return this == CLEAR || this == INTELLIGENCE;
    }
}
