package uk.sightline.matching;

/**
 * What a record says in one respect, prepared once and compared often. Equal texts are the same, whatever was typed. How
 * often a value was seen is counted by the {@link Vocabulary} that made it.
 */
public abstract sealed class Value permits Words, Dated, Coded, Mailed, Located {

    private final String text;
    private int seen;

    Value(String text) {
        this.text = text;
    }

    /** The plain form that is compared. */
    public String text() {
        return text;
    }

    /** In how many records of its vocabulary. */
    public int seen() {
        return seen;
    }

    void see() {
        seen++;
    }

    boolean isSame(Value other) {
        return this == other || text.equals(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
