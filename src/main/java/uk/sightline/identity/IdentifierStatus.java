package uk.sightline.identity;

/** How far an identifier can be trusted (PRACTICE §16: "do not trust without tracing"). */
public enum IdentifierStatus {
    VERIFIED("Verified", "Seen on a document or confirmed by the agency that issued it"),
    TRACED("Traced", "Found by looking the person up in the issuing service"),
    UNKNOWN("Not checked", "Given to us; nobody has checked it"),
    WITHHELD("Withheld", "Held back for the person's safety; not shown, searched or exported");

    private final String label;
    private final String meaning;

    IdentifierStatus(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** The word shown beside the identifier. */
    public String label() {
        return label;
    }

    /** A sentence of help for the person choosing. */
    public String meaning() {
        return meaning;
    }

    /** Whether an equal value on another record is strong evidence that both are the same person. */
    public boolean isStrongEvidence() {
        return this == VERIFIED || this == TRACED;
    }
}
