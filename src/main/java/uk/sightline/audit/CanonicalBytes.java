package uk.sightline.audit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write an entry as bytes: a version, then every field in order, numbers big-endian, text as its length
 * and UTF-8, and a field that may be absent after a byte that says whether it is there. No two different entries share
 * their bytes. The buffer is reused, so that verifying millions of entries allocates nothing here; not thread-safe.
 */
final class CanonicalBytes {
    private static final int VERSION = 1;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int length;

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    void one(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void entry(AuditEntry entry) {
        one(VERSION);
        number(entry.id());
        moment(entry.at());
        uuid(entry.actor());
        optional(entry.session());
        text(entry.action());
        optional(entry.kind());
        optional(entry.record());
        optional(entry.reason());
        optional(entry.detail());
    }

    private void moment(Instant at) {
        number(Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000));
    }

    private void number(long value) {
        room(Long.BYTES);
        LONG.set(bytes, length, value);
        length += Long.BYTES;
    }

    private void uuid(UUID value) {
        number(value.getMostSignificantBits());
        number(value.getLeastSignificantBits());
    }

    private void optional(@Nullable UUID value) {
        one(value == null ? 0 : 1);
        if (value != null) {
            uuid(value);
        }
    }

    private void optional(@Nullable String value) {
        one(value == null ? 0 : 1);
        if (value != null) {
            text(value);
        }
    }

    private void text(String value) {
        room(Math.addExact(Integer.BYTES, Math.multiplyExact(3, value.length())));
        int start = length;
        length += Integer.BYTES;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else {
                i += beyondAscii(value, i);
            }
        }
        INT.set(bytes, start, length - start - Integer.BYTES);
    }

    /** Half a surrogate pair keeps its own three bytes rather than becoming a question mark, so that it stays distinct. */
    private int beyondAscii(String value, int at) {
        int point = value.codePointAt(at);
        if (point < 0x800) {
            bytes[length++] = (byte) (0xC0 | point >> 6);
        } else if (point < 0x10000) {
            bytes[length++] = (byte) (0xE0 | point >> 12);
            continuation(point >> 6);
        } else {
            bytes[length++] = (byte) (0xF0 | point >> 18);
            continuation(point >> 12);
            continuation(point >> 6);
        }
        continuation(point);
        return Character.charCount(point) - 1;
    }

    private void continuation(int bits) {
        bytes[length++] = (byte) (0x80 | bits & 0x3F);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(2, bytes.length), Math.addExact(length, more)));
        }
    }
}
