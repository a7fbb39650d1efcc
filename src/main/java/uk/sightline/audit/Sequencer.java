package uk.sightline.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.audit.SealingStore.Leaf;
import uk.sightline.audit.SealingStore.Mark;
import uk.sightline.audit.SealingStore.Unsealed;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;

/**
 * Gives every committed entry its leaf in the tree and signs a checkpoint for each batch, so that nobody can change the
 * log unseen from about a second after it was written. One sequencer works at a time, whatever the node.
 */
@Component
class Sequencer implements Job {

    static final Actor SEQUENCER = Actor.job(UUID.fromString("00000000-0000-4000-8000-00000000000a"), "sequencer");

    private static final int BATCH = 5_000;
    private static final Duration BETWEEN_THINNINGS = Duration.ofHours(1);

    private final SealingStore store;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private final AuditSettings settings;
    private final CheckpointLog log;
    private @Nullable SigningKey key;
    private @Nullable Instant thinned;

    Sequencer(SealingStore store, TransactionTemplate transactions, InstantSource time, AuditSettings settings) {
        this.store = store;
        this.transactions = transactions;
        this.time = time;
        this.settings = settings;
        this.log = new CheckpointLog(settings.checkpointLog());
    }

    @Override
    public Actor actor() {
        return SEQUENCER;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public void run() {
        run(count -> {});
    }

    /**
     * Seals whatever waits, however much that is: a batch is a transaction and all that is held in memory.
     *
     * @param progress is told how many entries each batch sealed
     */
    synchronized void run(IntConsumer progress) {
        int sealed;
        do {
            sealed = Objects.requireNonNull(transactions.execute(status -> store.tryLock() ? sealBatch() : 0));
            progress.accept(sealed);
        } while (sealed == BATCH && Job.mayGoOn());
        Optional<KeptCheckpoint> newest = Objects.requireNonNull(transactions.execute(status -> tidy()));
        newest.ifPresent(kept -> log.offer(kept.checkpoint(), time.instant()));
    }

    private int sealBatch() {
        Mark mark = store.mark();
        List<Unsealed> batch = store.withoutLeaf(mark, BATCH);
        if (!batch.isEmpty()) {
            seal(batch);
        }
        if (batch.size() < BATCH) {
            store.move(mark);
        } else {
            store.moveBehind(mark, batch.getLast().entry().id());
        }
        return batch.size();
    }

    private void seal(List<Unsealed> batch) {
        MerkleFrontier tree = tree();
        TreeHasher hasher = new TreeHasher();
        List<Leaf> leaves = new ArrayList<>(batch.size());
        for (Unsealed unsealed : batch) {
            byte[] hash = new byte[TreeHasher.HASH_BYTES];
            hasher.leaf(unsealed.entry(), unsealed.salt(), hash);
            leaves.add(new Leaf(tree.size(), unsealed.entry().id(), hash));
            tree.append(hash);
        }
        store.addLeaves(leaves);
        SigningKey signing = key();
        store.add(Checkpoint.sign(tree.size(), tree.root(), time.instant(), signing), tree);
    }

    /** The tree as last signed: every batch ends with a checkpoint, so there is no leaf beyond it. */
    private MerkleFrontier tree() {
        return store.lastCheckpoint().map(Sequencer::treeOf).orElseGet(MerkleFrontier::new);
    }

    private static MerkleFrontier treeOf(KeptCheckpoint kept) {
        MerkleFrontier tree = MerkleFrontier.fromBytes(Objects.requireNonNull(kept.frontier()));
        if (tree.size() != kept.checkpoint().size()
                || !tree.root().equals(kept.checkpoint().root())) {
            throw new IllegalStateException("The log's last checkpoint has been altered. Run verify-audit");
        }
        return tree;
    }

    private Optional<KeptCheckpoint> tidy() {
        Instant now = time.instant();
        if (thinned == null || !now.isBefore(thinned.plus(BETWEEN_THINNINGS))) {
            store.thinCheckpoints();
            thinned = now;
        }
        return store.lastCheckpoint();
    }

    /** Made when first needed, and made known before it signs. */
    private SigningKey key() {
        if (key == null) {
            try {
                Files.createDirectories(settings.keyFile().toAbsolutePath().getParent());
                key = SigningKey.loadOrCreate(settings.keyFile());
            } catch (IOException e) {
                throw new UncheckedIOException("The key of the log cannot be read: " + settings.keyFile(), e);
            }
        }
        store.add(key.verifying(), time.instant().atOffset(ZoneOffset.UTC));
        return key;
    }
}
