package uk.sightline.documents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which way up a camera held the picture: the one EXIF value (tag 0x0112, 1 to 8) that the eye needs. Read out of EXIF
 * that may be hostile, and written back as EXIF that holds nothing else.
 */
final class Orientation {
    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    private Orientation() {}

    /** @param tiff the EXIF from its byte order mark on; anything unreadable is upright */
    static int read(byte[] tiff) {
        try {
            return inFirstDirectory(ByteBuffer.wrap(tiff));
        } catch (IndexOutOfBoundsException notReadable) {
            return UPRIGHT;
        }
    }

    private static int inFirstDirectory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + Short.BYTES + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG && tiff.getShort(entry + 2) == SHORT) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .put((byte) 'M')
                .put((byte) 'M')
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
