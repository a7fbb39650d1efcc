package uk.sightline.reference;

import java.util.Locale;

/** What a post may do to what it sees (ACCESS, vocabulary). Viewing is not listed: it follows from what a post sees. */
public enum Action {
    ADD,
    CHANGE,
    DECIDE,
    ASSIGN,
    SHARE,
    EXPORT,
    PRINT,
    MERGE,
    UNSEAL,
    ERASE,
    ADMINISTER,
    REVIEW_BREAK_GLASS("review-break-glass");

    private final String code;

    Action() {
        this.code = name().toLowerCase(Locale.ROOT);
    }

    Action(String code) {
        this.code = code;
    }

    /** As written in the pack. */
    public String code() {
        return code;
    }
}
