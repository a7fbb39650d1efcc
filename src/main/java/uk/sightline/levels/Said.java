package uk.sightline.levels;

import java.util.Arrays;
import java.util.Optional;

/** How an indicator was answered (PRACTICE §2.2). Unknown is an answer; not asked says that nobody has tried. */
public enum Said {
    EVIDENCED("yes-evidenced"),
    SUSPECTED("yes-suspected"),
    NO("no"),
    UNKNOWN("unknown"),
    NOT_ASKED("not-asked");

    private final String code;

    Said(String code) {
        this.code = code;
    }

    /** As stored and as a form sends it. */
    public String code() {
        return code;
    }

    public boolean isYes() {
        return this == EVIDENCED || this == SUSPECTED;
    }

    /** Whether somebody knows: yes or no. */
    public boolean isKnown() {
        return isYes() || this == NO;
    }

    public static Optional<Said> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
