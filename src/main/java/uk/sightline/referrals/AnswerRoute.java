package uk.sightline.referrals;

import java.util.Arrays;
import java.util.Optional;

/** How a referrer is told what was decided. */
enum AnswerRoute {
    PORTAL("portal", "In Sightline, with an e-mail that holds the reference and a link", false),
    LETTER("letter", "By letter", false),
    PHONE("phone", "By telephone", true),
    NOT_POSSIBLE("not-possible", "The referrer cannot be told", true);

    private final String code;
    private final String label;
    private final boolean asksWhom;

    AnswerRoute(String code, String label, boolean asksWhom) {
        this.code = code;
        this.label = label;
        this.asksWhom = asksWhom;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    /** Whether somebody has to write who was told, or why nobody can be. */
    boolean asksWhom() {
        return asksWhom;
    }

    /** Whether a letter goes out, which the post may have to have approved. */
    boolean hasLetter() {
        return this == PORTAL || this == LETTER;
    }

    static Optional<AnswerRoute> find(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    static AnswerRoute of(String code) {
        return find(code).orElseThrow();
    }
}
