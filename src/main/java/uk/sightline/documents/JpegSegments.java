package uk.sightline.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A JPEG file is segments and, after each start of scan, coded data (ITU-T T.81 Annex B). Kept: what a decoder needs, the
 * colour profile, Adobe's colour transform, and the orientation. The first end of image is the end: what phones append
 * after it (a film, another picture, a position) goes.
 */
final class JpegSegments {
    private static final String EXIF = "Exif\0\0";
    private static final byte[] JFIF = {(byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0};

    private final ImageBytes in;
    private boolean scanned;
    private boolean orientated;

    private JpegSegments(byte[] content) {
        in = new ImageBytes(content);
    }

    static byte[] clean(byte[] content) {
        JpegSegments jpeg = new JpegSegments(content);
        if (jpeg.in.peek16(0) != 0xFFD8) {
            throw ImageBytes.damaged();
        }
        jpeg.in.keep(2);
        while (!jpeg.ended()) {
            jpeg.segment();
        }
        return jpeg.in.kept();
    }

    private boolean ended() {
        while (in.peek(0) == 0xFF && in.peek(1) == 0xFF) {
            in.drop(1);
        }
        if (in.peek(0) != 0xFF) {
            throw ImageBytes.damaged();
        }
        if (in.peek(1) != 0xD9) {
            return false;
        }
        if (!scanned) {
            throw ImageBytes.damaged();
        }
        in.keep(2);
        return true;
    }

    private void segment() {
        int marker = in.peek(1);
        if (marker < 0xC0 || marker >= 0xD0 && marker <= 0xD8) {
            throw ImageBytes.damaged();
        }
        int length = in.peek16(2);
        if (length < 2) {
            throw ImageBytes.damaged();
        }
        if (marker >= 0xE0 && marker <= 0xEF) {
            application(marker, 2 + length);
        } else if (marker > 0xEF) {
            in.drop(2L + length);
        } else {
            in.keep(2L + length);
            if (marker == 0xDA) {
                coded();
            }
        }
    }

    private void application(int marker, int size) {
        if (marker == 0xE0 && in.startsWith(4, "JFIF\0") && size >= 18) {
            header(size);
        } else if (marker == 0xE2 && in.startsWith(4, "ICC_PROFILE\0") || marker == 0xEE && in.startsWith(4, "Adobe")) {
            in.keep(size);
        } else {
            if (marker == 0xE1 && in.startsWith(4, EXIF) && !orientated) {
                orientation(in.copy(4 + EXIF.length(), Math.max(0, size - 4 - EXIF.length())));
            }
            in.drop(size);
        }
    }

    /** Version and density, without the thumbnail that may follow them. */
    private void header(int size) {
        byte[] versionAndDensity = in.copy(9, 7);
        in.drop(size);
        in.add(JFIF);
        in.add(versionAndDensity);
        in.add(new byte[2]);
    }

    private void orientation(byte[] tiff) {
        orientated = true;
        int way = Orientation.read(tiff);
        if (way == Orientation.UPRIGHT) {
            return;
        }
        byte[] minimal = Orientation.tiff(way);
        in.add(ByteBuffer.allocate(4 + EXIF.length() + minimal.length)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + EXIF.length() + minimal.length))
                .put(EXIF.getBytes(StandardCharsets.US_ASCII))
                .put(minimal)
                .array());
    }

    /** Up to the next marker that is not a stuffed byte or a restart. */
    private void coded() {
        scanned = true;
        int length = 0;
        while (in.peek(length) != 0xFF || isInsideScan(in.peek(length + 1))) {
            length++;
        }
        in.keep(length);
    }

    private static boolean isInsideScan(int second) {
        return second == 0 || second >= 0xD0 && second <= 0xD7;
    }
}
