package uk.sightline.audit;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tree as the stored leaves build it, compared with each signed checkpoint as its size is reached. */
final class CheckpointTrail {
    private final Iterator<KeptCheckpoint> checkpoints;
    private final Map<String, VerifyingKey> keys;
    private final Consumer<Finding> findings;

    private MerkleFrontier tree = new MerkleFrontier();
    private @Nullable KeptCheckpoint due;
    private long dueSize;
    private long signedTo;
    private long provedTo;

    CheckpointTrail(Iterator<KeptCheckpoint> checkpoints, Map<String, VerifyingKey> keys, Consumer<Finding> findings) {
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.findings = findings;
        advance();
    }

    void append(byte[] leafHash) {
        tree.append(leafHash);
    }

    /** The size of the last checkpoint passed. */
    long signedTo() {
        return signedTo;
    }

    /** Compares every checkpoint up to this size; true if there was one. */
    boolean settle(long size) {
        boolean settled = false;
        while (due != null && dueSize <= size) {
            compare(due);
            signedTo = dueSize;
            settled = true;
            advance();
        }
        return settled;
    }

    /** The log ended here: checkpoints of more leaves than that were signed over leaves that are gone. */
    void close(long found) {
        for (; due != null; advance()) {
            findings.accept(new Finding.Truncated(dueSize, found));
        }
    }

    private void compare(KeptCheckpoint kept) {
        Checkpoint checkpoint = kept.checkpoint();
        boolean proved = tree.size() == checkpoint.size() && tree.root().equals(checkpoint.root());
        if (!proved) {
            findings.accept(new Finding.CheckpointRootWrong(provedTo, checkpoint.size()));
        }
        if (kept.frontier() != null) {
            proved |= resumeFrom(kept.frontier(), checkpoint);
        }
        if (proved) {
            provedTo = checkpoint.size();
        }
    }

    private boolean resumeFrom(byte[] frontier, Checkpoint checkpoint) {
        try {
            MerkleFrontier stored = MerkleFrontier.fromBytes(frontier);
            if (stored.size() == checkpoint.size() && stored.root().equals(checkpoint.root())) {
                tree = stored;
                return true;
            }
        } catch (IllegalArgumentException notAFrontier) {
            // told below, like a frontier that leads elsewhere
        }
        findings.accept(new Finding.FrontierWrong(checkpoint.size()));
        return false;
    }

    private void advance() {
        due = null;
        while (due == null && checkpoints.hasNext()) {
            KeptCheckpoint candidate = checkpoints.next();
            long size = candidate.checkpoint().size();
            if (!signatureHolds(candidate.checkpoint())) {
                findings.accept(new Finding.SignatureWrong(size));
            } else if (size < signedTo) {
                findings.accept(new Finding.CheckpointOutOfOrder(size));
            } else {
                due = candidate;
                dueSize = size;
            }
        }
    }

    private boolean signatureHolds(Checkpoint checkpoint) {
        VerifyingKey key = keys.get(checkpoint.keyId());
        return key != null && checkpoint.signedBy(key);
    }
}
