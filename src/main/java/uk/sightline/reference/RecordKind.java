package uk.sightline.reference;

import java.util.Locale;

/** The kinds of record that a post may or may not see (ACCESS, vocabulary). */
public enum RecordKind {
    /** Name, birth date, identifiers, address, contacts. */
    IDENTITY,
    REFERRAL,
    ASSESSMENT,
    PLAN,
    CHRONOLOGY,
    /** Items of meetings, not other people's. */
    MEETING,
    MISSING,
    HEALTH,
    EDUCATION,
    /** Adult safeguarding under section 42 of the Care Act 2014. */
    ADULT,
    /** Offers and sessions of services. */
    SERVICE,
    INTELLIGENCE_SANITISED("intelligence:sanitised"),
    INTELLIGENCE_RESTRICTED("intelligence:restricted"),
    /** Person of concern. */
    NOMINAL,
    INVESTIGATION,
    DISCLOSURE,
    AUDIT;

    private final String code;

    RecordKind() {
        this.code = name().toLowerCase(Locale.ROOT);
    }

    RecordKind(String code) {
        this.code = code;
    }

    /** As written in the pack and in the database. */
    public String code() {
        return code;
    }
}
