package uk.sightline.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** A PNG file is chunks (W3C PNG §5). Kept: those that draw, animate or colour the picture, and the orientation. */
final class PngChunks {
    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI",
            "bKGD", "pHYs", "acTL", "fcTL", "fdAT");
    private static final int OVERHEAD = 12;

    private final ImageBytes in;
    private boolean drawn;

    private PngChunks(byte[] content) {
        in = new ImageBytes(content);
    }

    static byte[] clean(byte[] content) {
        PngChunks png = new PngChunks(content);
        if (!png.in.startsWith(0, SIGNATURE) || !png.in.startsWith(12, "IHDR")) {
            throw ImageBytes.damaged();
        }
        png.in.keep(SIGNATURE.length());
        while (!png.chunk().equals("IEND")) {
            if (png.in.atEnd()) {
                throw ImageBytes.damaged();
            }
        }
        if (!png.drawn) {
            throw ImageBytes.damaged();
        }
        return png.in.kept();
    }

    private String chunk() {
        long length = in.peek32(0);
        String type = in.ascii(4, 4);
        if (length > Integer.MAX_VALUE - OVERHEAD) {
            throw ImageBytes.damaged();
        }
        if (KEPT.contains(type)) {
            checkSum((int) length);
            drawn |= type.equals("IDAT");
            in.keep(length + OVERHEAD);
        } else {
            orientation(type, (int) length);
            in.drop(length + OVERHEAD);
        }
        return type;
    }

    private void checkSum(int length) {
        if (crc(in.copy(4, 4 + length)) != in.peek32(8 + length)) {
            throw ImageBytes.damaged();
        }
    }

    private void orientation(String type, int length) {
        int way = type.equals("eXIf") ? Orientation.read(in.copy(8, length)) : Orientation.UPRIGHT;
        if (way != Orientation.UPRIGHT) {
            byte[] tiff = Orientation.tiff(way);
            byte[] named = ByteBuffer.allocate(4 + tiff.length)
                    .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                    .put(tiff)
                    .array();
            in.add(ByteBuffer.allocate(OVERHEAD + tiff.length)
                    .putInt(tiff.length)
                    .put(named)
                    .putInt((int) crc(named))
                    .array());
        }
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
