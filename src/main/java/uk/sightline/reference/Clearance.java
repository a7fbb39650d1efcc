package uk.sightline.reference;

import java.util.Locale;

/** The handling of intelligence that a post is cleared for; each includes those before it. */
public enum Clearance {
    NONE,
    SANITISED,
    RESTRICTED;

    /** As written in the pack and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean covers(Clearance needed) {
        return compareTo(needed) >= 0;
    }
}
