package uk.sightline.access;

/** What may be done to a record, or with the product: the vocabulary of ACCESS.md. Posts list the codes in the pack. */
public enum Action {
    VIEW("view"),
    ADD("add"),
    CHANGE("change"),
    CREATE_PERSON("add:person"),
    IMPORT_PEOPLE("add:people-import"),
    MERGE("merge"),
    REFER("add:referral"),
    PHONE_REFERRAL("add:phone-referral"),
    DECIDE_REFERRAL("decide:referral"),
    APPROVE_LETTER("decide:outcome-letter"),
    ASSESS("add:assessment"),
    DECIDE_LEVEL("decide:level"),
    DECIDE_DRAM("decide:dram"),
    ASSIGN("assign"),
    PRINT("print"),
    EXPORT("export"),
    GRANT("decide:grant"),
    EXCLUDE("decide:exclusion"),
    SEAL("decide:seal"),
    UNSEAL("unseal"),
    BREAK_GLASS("add:break-glass"),
    REVIEW_BREAK_GLASS("review-break-glass"),
    WATCH_AUDIT("decide:browsing-alarm"),
    PROVE_NOTHING_LOST("assign"),
    ERASE("erase"),
    ADMINISTER("administer");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    /** As written in the pack and in the audit. */
    public String code() {
        return code;
    }
}
