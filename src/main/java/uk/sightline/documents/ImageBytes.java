package uk.sightline.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import uk.sightline.documents.FileRefused.Reason;

/**
 * The bytes of a picture read from front to back, and the ones of them that are kept. A length that lies throws {@link
 * IndexOutOfBoundsException} before anything is read.
 */
final class ImageBytes {
    private final byte[] content;
    private final ByteArrayOutputStream kept;
    private int at;

    ImageBytes(byte[] content) {
        this.content = content;
        this.kept = new ByteArrayOutputStream(content.length);
    }

    boolean atEnd() {
        return at >= content.length;
    }

    int peek(int ahead) {
        return content[Objects.checkIndex(at + ahead, content.length)] & 0xFF;
    }

    int peek16(int ahead) {
        return peek(ahead) << 8 | peek(ahead + 1);
    }

    long peek32(int ahead) {
        return (long) peek16(ahead) << 16 | peek16(ahead + 2);
    }

    long peek32LittleEndian(int ahead) {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) peek32(ahead)));
    }

    boolean startsWith(int ahead, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.ISO_8859_1);
        if (at + ahead + wanted.length > content.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (content[at + ahead + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    String ascii(int ahead, int length) {
        Objects.checkFromIndexSize(at + ahead, length, content.length);
        return new String(content, at + ahead, length, StandardCharsets.ISO_8859_1);
    }

    byte[] copy(int ahead, int length) {
        Objects.checkFromIndexSize(at + ahead, length, content.length);
        return Arrays.copyOfRange(content, at + ahead, at + ahead + length);
    }

    void keep(long length) {
        int size = sizeOf(length);
        kept.write(content, at, size);
        at += size;
    }

    void drop(long length) {
        at += sizeOf(length);
    }

    void add(byte[] bytes) {
        kept.writeBytes(bytes);
    }

    byte[] kept() {
        return kept.toByteArray();
    }

    static FileRefused damaged() {
        return new FileRefused(Reason.DAMAGED);
    }

    private int sizeOf(long length) {
        Objects.checkFromIndexSize((long) at, length, (long) content.length);
        return (int) length;
    }
}
