package uk.sightline.people;

import java.util.Arrays;
import java.util.Optional;

/** The parts of a person's record that are lists of dated facts. */
public enum FactKind {
    NAME("name", "Name"),
    IDENTIFIER("identifier", "Identifier"),
    ADDRESS("address", "Address"),
    CONTACT("contact", "Contact"),
    RELATIONSHIP("relationship", "Family or other person"),
    CARE("care", "Care status"),
    SCHOOL("school", "School"),
    NEED("need", "Need"),
    FLAG("flag", "Flag");

    private final String word;
    private final String label;

    FactKind(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** In addresses of pages and in the audit. */
    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    static Optional<FactKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** Whether a change of it changes how the person is found or called. */
    boolean isSearched() {
        return this == NAME || this == IDENTIFIER || this == ADDRESS || this == CONTACT;
    }
}
