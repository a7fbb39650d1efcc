package uk.sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand logs, each spoiled in one random way, by somebody who may do anything to the database but sign: an entry changed
 * in one of its fields, entries or leaves taken out, two changed places, the end cut off, with and without their hashes and
 * checkpoints put right. Each is found, and at the place where it was done.
 */
class TamperingTests {

    private static final int TIMES = 10_000;
    private static final int LEAVES = 30;
    private static final int EVERY = 10;

    private final Random random = new Random(20261127);
    private final SealedLog whole = SealedLog.of(LEAVES, EVERY, true);
    private final TreeHasher hasher = new TreeHasher();

    /** What was done, and the finding that has to tell of it. */
    private record Done(String what, Finding tells) {}

    @Test
    void tenThousandChangesAreAllNamed() {
        assertThat(whole.verify()).isEmpty();
        for (int time = 0; time < TIMES; time++) {
            SealedLog log = copy();
            Done done = spoil(log, random.nextInt(7));
            assertThat(log.verify()).as("%d: %s", time, done.what()).contains(done.tells());
        }
    }

    private SealedLog copy() {
        SealedLog log = new SealedLog();
        log.rows.addAll(whole.rows);
        log.checkpoints.addAll(whole.checkpoints);
        return log;
    }

    private Done spoil(SealedLog log, int how) {
        int at = random.nextInt(LEAVES);
        return switch (how) {
            case 0 -> change(log, at);
            case 1 -> changeWithItsHash(log, at);
            case 2 -> takeTheEntry(log, at);
            case 3 -> takeLeaves(log, random.nextInt(LEAVES - 1));
            case 4 -> swapEntries(log, random.nextInt(LEAVES - 1));
            case 5 -> swapLeaves(log, random.nextInt(LEAVES - 1));
            default -> cut(log, at);
        };
    }

    private Done change(SealedLog log, int at) {
        AuditEntry changed = changed(log.rows.get(at).sealed());
        log.rows.set(at, log.rows.get(at).entry(changed));
        return new Done("entry changed at " + at, new Finding.EntryChanged(at, changed.id()));
    }

    private Done changeWithItsHash(SealedLog log, int at) {
        SealedLog.Row row = log.rows.get(at);
        AuditEntry changed = changed(row.sealed());
        byte[] hash = hasher.leaf(changed, row.salt()).bytes();
        log.rows.set(at, new SealedLog.Row(at, changed, row.salt(), hash));
        return new Done("entry and hash changed at " + at, between(at));
    }

    private static Done takeTheEntry(SealedLog log, int at) {
        log.rows.set(at, log.rows.get(at).entry(null));
        return new Done("entry taken at " + at, new Finding.EntryMissing(at));
    }

    private Done takeLeaves(SealedLog log, int first) {
        int last = Math.min(LEAVES - 2, first + random.nextInt(EVERY));
        log.rows.subList(first, last + 1).clear();
        return new Done("leaves taken from " + first, new Finding.LeavesMissing(first, last));
    }

    private Done swapEntries(SealedLog log, int one) {
        int two = one + 1 + random.nextInt(LEAVES - 1 - one);
        SealedLog.Row first = log.rows.get(one);
        SealedLog.Row second = log.rows.get(two);
        log.rows.set(one, first.entry(second.entry()));
        log.rows.set(two, second.entry(first.entry()));
        return new Done("entries swapped at %d and %d".formatted(one, two), new Finding.LeavesSwapped(one, two));
    }

    private Done swapLeaves(SealedLog log, int one) {
        int two = one + 1 + random.nextInt(LEAVES - 1 - one);
        SealedLog.Row first = log.rows.get(one);
        log.rows.set(one, log.rows.get(two).number(one));
        log.rows.set(two, first.number(two));
        return new Done("leaves swapped at %d and %d".formatted(one, two), between(one));
    }

    /** Of the checkpoints that saw more, one kept elsewhere is enough. */
    private Done cut(SealedLog log, int left) {
        log.rows.subList(left, LEAVES).clear();
        if (random.nextBoolean()) {
            List<KeptCheckpoint> kept = new ArrayList<>(log.checkpoints.subList(0, left / EVERY));
            kept.add(log.checkpoints.getLast());
            log.checkpoints.clear();
            log.checkpoints.addAll(kept);
        }
        return new Done("cut to " + left, new Finding.Truncated(LEAVES, left));
    }

    /** The checkpoints before and after the leaf: where hashes have been put right, those two are what tells. */
    private static Finding between(int at) {
        int from = at / EVERY * EVERY;
        return new Finding.CheckpointRootWrong(from, from + EVERY);
    }

    private AuditEntry changed(AuditEntry was) {
        String reason = Objects.equals(was.reason(), "other") ? "another" : "other";
        return switch (random.nextInt(5)) {
            case 0 -> entry(was, was.id() + 1, was.action(), was.reason(), was.detail());
            case 1 -> entry(was, was.id(), was.action() + "ed", was.reason(), was.detail());
            case 2 -> entry(was, was.id(), was.action(), reason, was.detail());
            case 3 -> entry(was, was.id(), was.action(), was.reason(), "added later " + random.nextInt());
            default ->
                new AuditEntry(
                        was.id(),
                        was.at().plusNanos(1_000L * (1 + random.nextInt(1_000))),
                        was.actor(),
                        was.session(),
                        was.action(),
                        was.kind(),
                        was.record(),
                        was.reason(),
                        was.detail());
        };
    }

    private static AuditEntry entry(
            AuditEntry was, long id, String action, @Nullable String reason, @Nullable String detail) {
        return new AuditEntry(
                id, was.at(), was.actor(), was.session(), action, was.kind(), was.record(), reason, detail);
    }
}
