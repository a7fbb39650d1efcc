package uk.sightline.audit;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 value that cannot be altered after it was made; written in base64. */
final class Hash {
    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if there are not exactly 32 bytes */
    static Hash of(byte[] bytes) {
        if (bytes.length != TreeHasher.HASH_BYTES) {
            throw new IllegalArgumentException("A SHA-256 value is 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    static Hash parse(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean is(byte[] other) {
        return MessageDigest.isEqual(bytes, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && is(that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
