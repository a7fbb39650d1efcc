package uk.sightline.audit;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The two hashes of RFC 6962 §2.1, with a salt in the leaf so that a leaf hash shown to a second party cannot be guessed
 * back to a name. Leaf: SHA-256(0x00, 16 bytes of salt, the entry's canonical bytes). Node: SHA-256(0x01, left, right).
 * Reuses its digest and buffers; not thread-safe.
 */
final class TreeHasher {
    static final int SALT_BYTES = 16;
    static final int HASH_BYTES = 32;

    private final MessageDigest sha256 = sha256();
    private final CanonicalBytes leaf = new CanonicalBytes();
    private final byte[] node = new byte[1 + 2 * HASH_BYTES];

    TreeHasher() {
        node[0] = 1;
    }

    void leaf(AuditEntry entry, byte[] salt, byte[] into) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("A leaf's salt is 16 bytes, not " + salt.length);
        }
        leaf.clear();
        leaf.one(0);
        leaf.raw(salt);
        leaf.entry(entry);
        digest(leaf.array(), leaf.length(), into);
    }

    Hash leaf(AuditEntry entry, byte[] salt) {
        byte[] hash = new byte[HASH_BYTES];
        leaf(entry, salt, hash);
        return Hash.of(hash);
    }

    /** {@code into} may be one of the two children. */
    void node(byte[] left, byte[] right, byte[] into) {
        System.arraycopy(left, 0, node, 1, HASH_BYTES);
        System.arraycopy(right, 0, node, 1 + HASH_BYTES, HASH_BYTES);
        digest(node, node.length, into);
    }

    Hash node(Hash left, Hash right) {
        byte[] hash = new byte[HASH_BYTES];
        node(left.bytes(), right.bytes(), hash);
        return Hash.of(hash);
    }

    byte[] nothing() {
        return sha256.digest();
    }

    private void digest(byte[] input, int length, byte[] into) {
        try {
            sha256.update(input, 0, length);
            sha256.digest(into, 0, HASH_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
