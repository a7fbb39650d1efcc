package uk.sightline.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole log once, leaf by leaf, beside its checkpoints, and names everything that is wrong with it. Memory does
 * not grow with the log: findings are handed on as they are made. Not thread-safe.
 *
 * <p>Leaves go to {@link #leaf}, in order of number; entries that have no leaf yet to {@link #unsequenced}; then {@link
 * #finish} once.
 */
final class Verification {
    private final TreeHasher hasher = new TreeHasher();
    private final byte[] computed = new byte[TreeHasher.HASH_BYTES];
    private final MismatchedLeaves mismatched;
    private final CheckpointTrail trail;
    private final Consumer<Finding> findings;

    private long next;
    private long held;
    private @Nullable Instant oldestUnsealed;

    /**
     * @param checkpoints in order of size, our own and those a second party kept alike
     * @param keys by {@link VerifyingKey#id()}: every key that ever signed
     */
    Verification(Iterator<KeptCheckpoint> checkpoints, Map<String, VerifyingKey> keys, Consumer<Finding> findings) {
        this.findings = findings;
        this.mismatched = new MismatchedLeaves(hasher, findings);
        this.trail = new CheckpointTrail(checkpoints, keys, findings);
    }

    /** @param entry the entry under this leaf, or null where there is none any more */
    void leaf(long leafNo, @Nullable AuditEntry entry, byte[] salt, byte[] storedHash) {
        if (leafNo < next) {
            findings.accept(new Finding.LeafOutOfOrder(leafNo));
            return;
        }
        if (leafNo > next) {
            missingBefore(leafNo);
        }
        seal(leafNo);
        next = leafNo + 1;
        held++;
        if (salt.length != TreeHasher.SALT_BYTES || storedHash.length != TreeHasher.HASH_BYTES) {
            findings.accept(new Finding.LeafUnreadable(leafNo));
            return;
        }
        trail.append(storedHash);
        compare(leafNo, entry, salt, storedHash);
    }

    /** An entry that the sequencer has not given a leaf yet: in order until it has waited longer than {@code limit}. */
    void unsequenced(AuditEntry entry, Instant now, Duration limit) {
        if (entry.at().isBefore(now.minus(limit))) {
            findings.accept(new Finding.UnsequencedTooLong(entry.id(), entry.at()));
        }
    }

    /** @param limit how long a leaf may wait for the checkpoint that signs it */
    void finish(Instant now, Duration limit) {
        seal(next);
        mismatched.close();
        trail.close(next);
        if (oldestUnsealed != null && oldestUnsealed.isBefore(now.minus(limit))) {
            findings.accept(new Finding.UnsealedTooLong(trail.signedTo(), oldestUnsealed));
        }
    }

    /** How many leaves were there. */
    long leaves() {
        return held;
    }

    private void compare(long leafNo, @Nullable AuditEntry entry, byte[] salt, byte[] storedHash) {
        if (entry == null) {
            findings.accept(new Finding.EntryMissing(leafNo));
            return;
        }
        if (oldestUnsealed == null || entry.at().isBefore(oldestUnsealed)) {
            oldestUnsealed = entry.at();
        }
        hasher.leaf(entry, salt, computed);
        if (!Arrays.equals(computed, storedHash)) {
            mismatched.add(new MismatchedLeaves.Leaf(leafNo, entry, salt.clone(), Hash.of(storedHash)));
        }
    }

    private void missingBefore(long leafNo) {
        seal(next);
        findings.accept(new Finding.LeavesMissing(next, leafNo - 1));
    }

    private void seal(long size) {
        if (trail.settle(size)) {
            oldestUnsealed = null;
        }
    }
}
