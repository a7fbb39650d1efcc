package uk.sightline.access;

/** What the policy answers, and the rule that decided. */
public sealed interface Decision {

    /** The rule in plain words, as shown under "Why can I see this?". */
    String reason();

    default boolean allowed() {
        return this instanceof Allowed;
    }

    /**
     * Go on.
     *
     * @param secondPerson somebody else must confirm before it takes effect
     */
    record Allowed(String reason, boolean secondPerson) implements Decision {}

    /** The actor may know of the record, but their post may not do this. */
    record Refused(String reason) implements Decision {}

    /** The actor may not know whether the record exists. The reason is for the audit alone. */
    record Hidden(String reason) implements Decision {}
}
