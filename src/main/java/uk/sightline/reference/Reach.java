package uk.sightline.reference;

import java.util.Locale;

/** Whose records a post reaches, before exclusion, seal and clearance narrow it (ACCESS, vocabulary). */
public enum Reach {
    /** People they have a current relationship with, for as long as it lasts and the pack's tail after it. */
    OWN,
    /** People on their team's list. */
    TEAM,
    /** Residents of an assigned home, pupils of an assigned school. */
    PLACE,
    /** People offered to their service. */
    SERVICE,
    /** Everybody under 18 of the district. */
    DISTRICT_CHILDREN("district:children"),
    /** Everybody of 17 years 6 months and over. */
    DISTRICT_ADULTS("district:adults"),
    DISTRICT,
    /** Everybody open to the hub. */
    COHORT,
    /** Aggregates only, small numbers suppressed. */
    NUMBERS,
    /** No person. Kinds seen with it are those not kept about a person of a reach: the audit log, ungraded intelligence. */
    NONE;

    private final String code;

    Reach() {
        this.code = name().toLowerCase(Locale.ROOT);
    }

    Reach(String code) {
        this.code = code;
    }

    /** As written in the pack and in the database. */
    public String code() {
        return code;
    }
}
