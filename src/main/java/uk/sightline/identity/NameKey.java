package uk.sightline.identity;

/**
 * One key by which a name is found with an equality look-up. Two names that share a key are candidates, no more.
 *
 * @param kind what the key stands for
 * @param value lower-case letters, with {@code |} between parts
 */
public record NameKey(Kind kind, String value) {

    /** The kinds of key, with how much a shared one says (used to order candidates before they are compared). */
    public enum Kind {
        /** A folded word of the name. */
        WORD("w", 6),
        /** Initial of one word and sound of another, in either order. */
        INITIAL_AND_SOUND("i", 5),
        /** A name that stands for the same name: Bob and Robert. */
        NICKNAME("n", 4),
        /** The consonants of a word, or its Double Metaphone code. */
        SOUND("s", 3),
        /** The beginning of a word with one letter left out: a word with a typing mistake shares one. */
        ONE_LETTER_LESS("d", 2);

        private final String code;
        private final int strength;

        Kind(String code, int strength) {
            this.code = code;
            this.strength = strength;
        }

        /** 1 to 6, more for a key that fewer people share. */
        public int strength() {
            return strength;
        }
    }

    /** The key as one short text for a table column: equal exactly when the keys are equal. */
    public String stored() {
        return kind.code + ":" + value;
    }
}
