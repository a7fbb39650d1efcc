package uk.sightline.access;

import java.util.Locale;

/** What may be done to a record, or with the product: the vocabulary of ACCESS.md. Posts list the codes in the pack. */
public enum Action {
    VIEW,
    ADD,
    CHANGE,
    CREATE_PERSON,
    PHONE_REFERRAL,
    REFER,
    DECIDE_REFERRAL,
    ASSIGN,
    APPROVE_LETTER,
    SHARE,
    EXPORT,
    IMPORT,
    PRINT,
    MERGE,
    SEAL,
    UNSEAL,
    EXCLUDE,
    GRANT,
    REVIEW_BREAK_GLASS,
    WATCH_AUDIT,
    PROVE_NOTHING_LOST,
    ERASE,
    ADMINISTER;

    /** As written in the pack and the audit: {@code decide-referral}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
