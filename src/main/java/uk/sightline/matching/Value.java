package uk.sightline.matching;

import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;

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

    /** What is known of a birth date; null when nothing is. */
    public static @Nullable Value born(BirthDate born) {
        return Dated.of(born);
    }

    /**
     * A number that belongs to one person; null when there is none in it.
     *
     * @param checked whether whoever issued it has confirmed it for this person
     */
    public static @Nullable Value number(String typed, boolean checked) {
        return Coded.of(typed, checked);
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
