package uk.sightline.platform;

import java.security.SecureRandom;
import java.util.UUID;

/** Identifiers: opaque ones for rows and addresses, short ones for people to say on the telephone. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Crockford's base 32: no I, L, O or U, so nothing is misread or spells a word. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int REFERENCE_LENGTH = 7;

    private Ids() {}

    /**
     * A random identifier (UUID version 4). Not one ordered by time: the order and the gaps of ids would tell of records
     * that the reader may not know of.
     */
    public static UUID next() {
        return UUID.randomUUID();
    }

    /**
     * A reference such as {@code R-7KQ2M4X}: 35 random bits, unguessable enough to be spoken, never enough to open
     * anything. The column that keeps it is unique.
     */
    public static String reference(String prefix) {
        StringBuilder text = new StringBuilder(prefix).append('-');
        for (int i = 0; i < REFERENCE_LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
