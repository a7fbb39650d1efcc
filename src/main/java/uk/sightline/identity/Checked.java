package uk.sightline.identity;

/** What became of an identifier that somebody typed: it can be kept, or it cannot and says what to do. */
public sealed interface Checked {

    /**
     * It follows the rules of its scheme, which does not mean that it belongs to the person.
     *
     * @param normalised the one form that is stored and compared
     * @param display the form that people read
     */
    record Valid(String normalised, String display) implements Checked {}

    /**
     * It cannot be right.
     *
     * @param reason a sentence for the person who typed it, saying what is wrong and what to do
     */
    record Invalid(String reason) implements Checked {}

    /** A value that reads the same as it is stored. */
    static Checked valid(String value) {
        return new Valid(value, value);
    }
}
