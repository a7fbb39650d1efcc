package uk.sightline.people;

import java.util.Arrays;
import java.util.Optional;

/** The parts of a person's record that are lists of dated facts. */
public enum FactKind {
    NAME("name", "name", "Name", "Names"),
    IDENTIFIER("identifier", "identifier", "Identifier", "Identifiers"),
    ADDRESS("address", "address", "Address", "Addresses"),
    CONTACT("contact", "contact", "Contact", "Contacts"),
    RELATIONSHIP("relationship", "relationship", "Family or other person", "Family and other people"),
    CARE("care", "care_status", "Care status", "Care status"),
    SCHOOL("school", "schooling", "School", "School"),
    NEED("need", "need", "Need", "Needs"),
    FLAG("flag", "flag", "Flag", "Flags");

    private final String word;
    private final String table;
    private final String label;
    private final String heading;

    FactKind(String word, String table, String label, String heading) {
        this.word = word;
        this.table = table;
        this.label = label;
        this.heading = heading;
    }

    /** In addresses of pages and in the audit. */
    public String word() {
        return word;
    }

    /** Its table in the schema {@code people}. */
    String table() {
        return table;
    }

    /** What a form calls one. */
    public String label() {
        return label;
    }

    /** Above a list of them. */
    public String heading() {
        return heading;
    }

    static Optional<FactKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** Whether a change of it changes how the person is found or called. */
    boolean isSearched() {
        return this == NAME || this == IDENTIFIER || this == ADDRESS || this == CONTACT;
    }

    /** Whether a list of people shows it, beside what they are found by. */
    boolean isShownInLists() {
        return this == SCHOOL || this == FLAG;
    }
}
