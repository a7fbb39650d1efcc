package uk.sightline.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures, plain and with everything in them that a phone or an editor would add. */
final class Pictures {
    static final String SECRET = "53.7960N 1.7594W";

    private static final byte[] WEBP = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private Pictures() {}

    static byte[] jpeg() {
        return written("jpg");
    }

    static byte[] png() {
        return written("png");
    }

    static byte[] gif() {
        return written("gif");
    }

    static byte[] webp() {
        return WEBP.clone();
    }

    static byte[] jpegWithEverything(int orientation) {
        byte[] plain = jpeg();
        return join(
                Arrays.copyOf(plain, 2),
                segment(0xE1, join(ascii("Exif\0\0"), exif(orientation), ascii(SECRET))),
                segment(0xE1, ascii("http://ns.adobe.com/xap/1.0/\0<x>" + SECRET)),
                segment(0xE2, ascii("MPF\0" + SECRET)),
                segment(0xED, ascii("Photoshop 3.0\0" + SECRET)),
                segment(0xFE, ascii(SECRET)),
                new byte[] {(byte) 0xFF},
                Arrays.copyOfRange(plain, 2, plain.length),
                ascii(SECRET));
    }

    static byte[] pngWithEverything(int orientation) {
        byte[] plain = png();
        int afterHeader = 8 + 25;
        return join(
                Arrays.copyOf(plain, afterHeader),
                chunk("tEXt", ascii("Comment\0" + SECRET)),
                chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0" + SECRET)),
                chunk("eXIf", exif(orientation)),
                chunk("tIME", new byte[7]),
                chunk("prVt", ascii(SECRET)),
                Arrays.copyOfRange(plain, afterHeader, plain.length),
                ascii(SECRET));
    }

    static byte[] gifWithEverything() {
        byte[] plain = gif();
        int start = 13 + ((plain[10] & 0x80) == 0 ? 0 : 3 << (plain[10] & 7) + 1);
        return join(
                Arrays.copyOf(plain, start),
                new byte[] {0x21, (byte) 0xFE, (byte) SECRET.length()},
                ascii(SECRET),
                new byte[] {0, 0x21, (byte) 0xFF, 11},
                ascii("XMP DataXMP"),
                new byte[] {(byte) SECRET.length()},
                ascii(SECRET),
                new byte[1],
                Arrays.copyOfRange(plain, start, plain.length),
                ascii(SECRET));
    }

    static byte[] webpWithEverything(int orientation) {
        byte[] header = new byte[10];
        header[0] = 0x0C;
        byte[] body = join(
                ascii("WEBP"),
                riff("VP8X", header),
                Arrays.copyOfRange(WEBP, 12, WEBP.length),
                riff("EXIF", join(exif(orientation), ascii(SECRET))),
                riff("XMP ", ascii(SECRET)),
                riff("note", ascii(SECRET)));
        return join(riff("RIFF", body), ascii(SECRET));
    }

    static BufferedImage decoded(byte[] picture) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static boolean tells(byte[] picture) {
        return new String(picture, StandardCharsets.ISO_8859_1).contains(SECRET);
    }

    /** Little-endian, with a position beside the orientation. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(38)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("II"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x010F)
                .putShort((short) 2)
                .putInt(4)
                .putInt(0x41424300)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putInt(0)
                .array();
    }

    private static byte[] written(String format) {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(3, 3, 30, 20);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] segment(int marker, byte[] body) {
        return join(
                new byte[] {(byte) 0xFF, (byte) marker, (byte) (body.length + 2 >> 8), (byte) (body.length + 2)}, body);
    }

    private static byte[] chunk(String type, byte[] body) {
        byte[] named = join(ascii(type), body);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(body.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] riff(String type, byte[] body) {
        return ByteBuffer.allocate(8 + body.length + (body.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(type))
                .putInt(body.length)
                .put(body)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
