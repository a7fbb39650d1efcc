package uk.sightline.documents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** A WebP file is RIFF chunks (RFC 9649). Kept: those that draw, animate or colour the picture, and the orientation. */
final class WebpChunks {
    private static final Set<String> PICTURES = Set.of("VP8 ", "VP8L");
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ICCP");
    private static final int RIFF = 12;
    private static final int CHUNK = 8;
    private static final int FRAME = 16;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;

    private final ImageBytes in;
    private int orientation = Orientation.UPRIGHT;
    private boolean extended;
    private boolean drawn;

    private WebpChunks(byte[] content) {
        in = new ImageBytes(content);
    }

    static byte[] clean(byte[] content) {
        ImageBytes riff = new ImageBytes(content);
        long size = riff.peek32LittleEndian(4);
        if (!riff.startsWith(0, "RIFF") || !riff.startsWith(8, "WEBP") || size < 4 || size + CHUNK > content.length) {
            throw ImageBytes.damaged();
        }
        return new WebpChunks(riff.copy(RIFF, (int) size - 4)).whole();
    }

    private byte[] whole() {
        chunks();
        if (!drawn) {
            throw ImageBytes.damaged();
        }
        boolean turned = extended && orientation != Orientation.UPRIGHT;
        if (turned) {
            in.add(chunk("EXIF", Orientation.tiff(orientation)));
        }
        byte[] body = in.kept();
        if (extended) {
            body[CHUNK] = (byte) (body[CHUNK] & ~(HAS_EXIF | HAS_XMP) | (turned ? HAS_EXIF : 0));
        }
        return ByteBuffer.allocate(RIFF + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + body.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .array();
    }

    private void chunks() {
        for (boolean first = true; !in.atEnd(); first = false) {
            String type = in.ascii(0, 4);
            long length = in.peek32LittleEndian(4);
            long padded = CHUNK + length + (length & 1);
            switch (type) {
                case "VP8X" -> header(first, length, padded);
                case "ANMF" -> frame(length, padded);
                case "EXIF" -> orientation(length, padded);
                default -> other(type, padded);
            }
        }
    }

    private void header(boolean first, long length, long padded) {
        if (!first || length != 10) {
            throw ImageBytes.damaged();
        }
        extended = true;
        in.keep(padded);
    }

    private void other(String type, long padded) {
        drawn |= PICTURES.contains(type);
        if (KEPT.contains(type)) {
            in.keep(padded);
        } else {
            in.drop(padded);
        }
    }

    /** A frame of an animation holds chunks of its own, and could hold others. */
    private void frame(long length, long padded) {
        if (length < FRAME || length > Integer.MAX_VALUE / 2) {
            throw ImageBytes.damaged();
        }
        WebpChunks inside = new WebpChunks(in.copy(CHUNK + FRAME, (int) length - FRAME));
        inside.onlyPictures();
        byte[] pictures = inside.in.kept();
        ByteBuffer whole = ByteBuffer.allocate(FRAME + pictures.length)
                .put(in.copy(CHUNK, FRAME))
                .put(pictures);
        in.drop(padded);
        in.add(chunk("ANMF", whole.array()));
        drawn |= inside.drawn;
    }

    private void onlyPictures() {
        while (!in.atEnd()) {
            long length = in.peek32LittleEndian(4);
            other(in.ascii(0, 4), CHUNK + length + (length & 1));
        }
    }

    private void orientation(long length, long padded) {
        if (length > 0 && length < Integer.MAX_VALUE / 2) {
            byte[] exif = in.copy(CHUNK, (int) length);
            boolean named = in.startsWith(CHUNK, "Exif\0\0");
            orientation = Orientation.read(named ? Arrays.copyOfRange(exif, 6, exif.length) : exif);
        }
        in.drop(padded);
    }

    private static byte[] chunk(String type, byte[] body) {
        return ByteBuffer.allocate(CHUNK + body.length + (body.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(body.length)
                .put(body)
                .array();
    }
}
