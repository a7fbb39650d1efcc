package uk.sightline.worklist;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.Access;
import uk.sightline.access.Colleagues;
import uk.sightline.platform.Actor;

/**
 * Proves that nothing is lost: per channel received = decided + open; every submission in the log has its referral; every
 * open referral has somebody who may see and decide it, and a running clock; nothing that goes with one is stuck.
 *
 * <p>Everything is read in one repeatable-read snapshot, so that work going on meanwhile is seen whole or not at all.
 * Referrals are gone through in batches: memory does not grow with their number.
 */
@Service
class Proofs {

    private static final Actor CHECK = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000002"), "check");
    private static final int BATCH = 500;

    private final ProofQueries queries;
    private final StuckQueries stuck;
    private final ProofStore store;
    private final Access access;
    private final Colleagues colleagues;
    private final InstantSource time;
    private final TransactionTemplate snapshot;

    Proofs(
            ProofQueries queries,
            StuckQueries stuck,
            ProofStore store,
            Access access,
            Colleagues colleagues,
            InstantSource time,
            PlatformTransactionManager transactions) {
        this.queries = queries;
        this.stuck = stuck;
        this.store = store;
        this.access = access;
        this.colleagues = colleagues;
        this.time = time;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whose work a run is: the job that sees every referral, whoever asks for the proof. */
    static Actor actor() {
        return CHECK;
    }

    /**
     * Runs the proof and keeps what it found.
     *
     * @param progress told from time to time how many open referrals have been looked at
     */
    Proof run(LongConsumer progress) {
        return CHECK.call(() -> {
            var proof = java.util.Objects.requireNonNull(snapshot.execute(status -> prove(progress)));
            store.keep(proof);
            return proof;
        });
    }

    private Proof prove(LongConsumer progress) {
        var began = time.instant();
        var findings = new Findings();
        var channels = queries.channels();
        channels.stream().filter(channel -> !channel.holds()).forEach(channel -> findings.add(unequal(channel)));
        queries.sentAndGone(findings::add);
        queries.clocksWithoutWork(findings::add);
        stuck.find(began, findings::add);
        var items = open(findings, progress);
        return new Proof(
                findings.total() == 0,
                began,
                Duration.between(began, time.instant()).toMillis(),
                items,
                channels,
                findings.total(),
                findings.kept());
    }

    private long open(Findings findings, LongConsumer progress) {
        var answerable = new Answerable(access, colleagues);
        long seen = 0;
        var batch = queries.openAfter(new UUID(0, 0), BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(item -> check(item, answerable, findings));
            seen += batch.size();
            progress.accept(seen);
            batch = queries.openAfter(batch.getLast().id(), BATCH);
        }
        return seen;
    }

    private static void check(OpenItem item, Answerable answerable, Findings findings) {
        var orphaned = answerable.check(item);
        if (orphaned != null) {
            findings.add(orphaned);
        }
        if (!item.answered() && !item.clocked()) {
            findings.add(Proof.Broken.referral(
                    item.id(),
                    item.reference(),
                    "It waits without a running clock, so nobody is told when it is late.",
                    "Open it and decide it now; ask support why its clock was stopped."));
        }
    }

    private static Proof.Broken unequal(Proof.Channel channel) {
        return new Proof.Broken(
                null,
                "channel",
                channel.channel(),
                "Received %d, decided %d, open %d: they do not add up."
                        .formatted(channel.received(), channel.decided(), channel.open()),
                "Ask support: a referral stands in a state that is neither waiting nor decided.");
    }
}
