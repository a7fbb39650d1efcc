package uk.sightline.cases;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The two who work with somebody: the statutory worker who leads, and the colleague from the hub beside them. */
public enum Role {
    LEAD("lead", "Lead professional", "You are the lead professional.", Set.of("own", "cohort")),
    CO_WORKER("co-worker", "Hub co-worker", "You are the hub co-worker.", Set.of("cohort"));

    private final String code;
    private final String label;
    private final String relationship;
    private final Set<String> reaches;

    Role(String code, String label, String relationship, Set<String> reaches) {
        this.code = code;
        this.label = label;
        this.relationship = relationship;
        this.reaches = reaches;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Why the worker can see the person, to the worker. */
    String relationship() {
        return relationship;
    }

    /** One of these has to be the reach of the worker's post. */
    Set<String> reaches() {
        return reaches;
    }

    static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
