package uk.sightline.reference;

/**
 * A part of a kind of record that a post may see where it may not see the whole (ACCESS, posts). Never read a part as
 * its kind: a post with only {@code plan:school} does not see the plan.
 */
public enum RecordPart {
    CHRONOLOGY_HEADLINES("chronology:headlines"),
    /** What was known of an adult before 18, on giving a reason. */
    CHILDHOOD_HEADLINES("chronology:childhood-headlines"),
    CHRONOLOGY_REDACTED("chronology:redacted"),
    /** Level in one word, without answers or analysis. */
    ASSESSMENT_BAND("assessment:band"),
    IDENTITY_PSEUDONYM("identity:pseudonym"),
    /** Reference and age, no name. */
    IDENTITY_REFERENCE("identity:reference"),
    PLAN_MISSING("plan:missing"),
    /** Philomena plan and its trigger plan. */
    PLAN_PHILOMENA("plan:philomena"),
    PLAN_SCHOOL("plan:school"),
    /** Steps addressed to the service. */
    PLAN_SERVICE("plan:service"),
    PLAN_ACTIONS("plan:actions"),
    MISSING_OPEN("missing:open"),
    HEALTH_NOTICES("health:notices"),
    EDUCATION_NOTICES("education:notices"),
    /** Waits, capacity and equity of a service. */
    SERVICE_CAPACITY("service:capacity"),
    ADULT_FINANCIAL("adult:financial");

    private final String code;

    RecordPart(String code) {
        this.code = code;
    }

    /** As written in the pack. */
    public String code() {
        return code;
    }
}
