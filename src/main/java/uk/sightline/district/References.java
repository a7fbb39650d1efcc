package uk.sightline.district;

/**
 * References such as {@code R-7KQ2M4X}, no two alike: numbers are scattered over all there are, so that a reference tells
 * nothing of its neighbours.
 */
final class References {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 7;
    private static final int BITS = 5;
    private static final long ALL = (1L << LENGTH * BITS) - 1;

    /** Odd, so that multiplying by it meets every number once. */
    private static final long SCATTER = 0x5DEECE66DL | 1;

    private References() {}

    static String of(String prefix, long seed, long number) {
        long left = (number * SCATTER + Dice.of(seed, prefix, 0).below(Integer.MAX_VALUE)) & ALL;
        StringBuilder text = new StringBuilder(prefix).append('-');
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt((int) (left & (1 << BITS) - 1)));
            left >>>= BITS;
        }
        return text.toString();
    }
}
