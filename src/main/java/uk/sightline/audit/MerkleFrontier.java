package uk.sightline.audit;

import java.nio.ByteBuffer;

/**
 * The right-hand edge of an RFC 6962 tree: one hash for each full subtree, so at most 64 of them however long the log
 * is. Leaf hashes are appended one by one and the root can be read at any size. Not thread-safe.
 */
final class MerkleFrontier {
    private static final int LEVELS = Long.SIZE - 1;

    private final TreeHasher hasher = new TreeHasher();
    private final byte[][] peaks = new byte[LEVELS][TreeHasher.HASH_BYTES];
    private final byte[] carry = new byte[TreeHasher.HASH_BYTES];
    private long size;

    long size() {
        return size;
    }

    void append(byte[] leafHash) {
        System.arraycopy(leafHash, 0, carry, 0, TreeHasher.HASH_BYTES);
        int level = 0;
        for (; holds(level); level++) {
            hasher.node(peaks[level], carry, carry);
        }
        System.arraycopy(carry, 0, peaks[level], 0, TreeHasher.HASH_BYTES);
        size++;
    }

    void append(Hash leafHash) {
        append(leafHash.bytes());
    }

    Hash root() {
        if (size == 0) {
            return Hash.of(hasher.nothing());
        }
        int level = Long.numberOfTrailingZeros(size);
        byte[] root = peaks[level].clone();
        for (level++; level < LEVELS; level++) {
            if (holds(level)) {
                hasher.node(peaks[level], root, root);
            }
        }
        return Hash.of(root);
    }

    /** The size, then the hash of each full subtree, largest first. */
    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(length(size)).putLong(size);
        for (int level = LEVELS - 1; level >= 0; level--) {
            if (holds(level)) {
                bytes.put(peaks[level]);
            }
        }
        return bytes.array();
    }

    /** @throws IllegalArgumentException if the bytes are not those of a frontier; whether they are true, only a root can tell */
    static MerkleFrontier fromBytes(byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            throw new IllegalArgumentException("A frontier starts with its size in 8 bytes");
        }
        ByteBuffer from = ByteBuffer.wrap(bytes);
        MerkleFrontier frontier = new MerkleFrontier();
        frontier.size = from.getLong();
        if (frontier.size < 0 || bytes.length != length(frontier.size)) {
            throw new IllegalArgumentException(
                    "A frontier of size " + frontier.size + " is not " + bytes.length + " bytes");
        }
        frontier.fill(from);
        return frontier;
    }

    private void fill(ByteBuffer from) {
        for (int level = LEVELS - 1; level >= 0; level--) {
            if (holds(level)) {
                from.get(peaks[level]);
            }
        }
    }

    private boolean holds(int level) {
        return (size >>> level & 1) == 1;
    }

    private static int length(long size) {
        return Long.BYTES + Long.bitCount(size) * TreeHasher.HASH_BYTES;
    }
}
