package uk.sightline.matching;

/**
 * One respect in which two records are held against each other.
 *
 * @param key names it in a model's file: "family-name"
 * @param label names it to people: "Family name"
 */
public record Comparison(String key, String label, Kind kind) {

    /** The keys that {@link Schema} knows to belong together. */
    static final String GIVEN = "given-name";

    static final String FAMILY = "family-name";

    public static Comparison givenName() {
        return new Comparison(GIVEN, "Given name", Kind.NAME);
    }

    public static Comparison familyName() {
        return new Comparison(FAMILY, "Family name", Kind.NAME);
    }

    static Comparison nameOrder() {
        return new Comparison("name-order", "Order of names", Kind.NAME_ORDER);
    }
}
