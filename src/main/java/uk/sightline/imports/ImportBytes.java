package uk.sightline.imports;

/** Looks at the bytes of a file as they pass: are they text, and are they UTF-8? */
final class ImportBytes {

    private static final int MOST_CONTROLS_IN_A_THOUSAND = 5;

    private long read;
    private long controls;
    private boolean zero;
    private long whole;
    private long broken;
    private int awaited;

    void read(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            read(bytes[i] & 0xFF);
        }
        read += length;
    }

    /** Text has no zero bytes and next to no control characters. */
    boolean isBinary() {
        return zero || controls * 1000 > read * MOST_CONTROLS_IN_A_THOUSAND;
    }

    boolean isUtf8() {
        return broken == 0 && awaited == 0;
    }

    /** Whether at least one character beyond ASCII is whole. */
    boolean hasSomeUtf8() {
        return whole > 0;
    }

    private void read(int b) {
        zero |= b == 0;
        controls += b < 0x20 && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
        boolean continues = (b & 0xC0) == 0x80;
        if (awaited > 0 && continues) {
            awaited--;
            whole += awaited == 0 ? 1 : 0;
            return;
        }
        broken += awaited > 0 || continues ? 1 : 0;
        awaited = more(b);
        if (awaited < 0) {
            broken++;
            awaited = 0;
        }
    }

    /** How many bytes follow this first one; less than nought for one that begins nothing. */
    private static int more(int b) {
        if (b < 0xC0) {
            return 0;
        }
        if (b < 0xC2 || b > 0xF4) {
            return -1;
        }
        return b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
    }
}
