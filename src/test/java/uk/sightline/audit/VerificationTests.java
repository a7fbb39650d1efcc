package uk.sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerificationTests {

    @Property(tries = 40)
    void aLogThatNobodyTouchedHasNoFindings(
            @ForAll @IntRange(min = 0, max = 150) int leaves, @ForAll @IntRange(min = 1, max = 90) int every) {
        assertThat(SealedLog.of(leaves, every, false).verify()).isEmpty();
        assertThat(SealedLog.of(leaves, every, true).verify()).isEmpty();
    }

    @Property(tries = 100)
    void aChangedEntryIsNamedAndNothingElse(@ForAll @IntRange(min = 1, max = 200) int leaves, @ForAll int pick) {
        SealedLog log = SealedLog.of(leaves, 7, false);
        int at = Math.floorMod(pick, leaves);
        log.rows.set(at, log.rows.get(at).entry(changed(log.rows.get(at).sealed(), pick)));
        assertThat(log.verify()).containsExactly(new Finding.EntryChanged(at, 1000 + at));
    }

    @Property(tries = 40)
    void anEntryTakenAwayIsNamed(@ForAll @IntRange(min = 1, max = 200) int leaves, @ForAll int pick) {
        SealedLog log = SealedLog.of(leaves, 7, false);
        int at = Math.floorMod(pick, leaves);
        log.rows.set(at, log.rows.get(at).entry(null));
        assertThat(log.verify()).containsExactly(new Finding.EntryMissing(at));
    }

    @Property(tries = 40)
    void anEntryChangedWithItsHashIsFoundBetweenTwoCheckpoints(
            @ForAll @IntRange(min = 1, max = 200) int leaves, @ForAll int pick) {
        SealedLog log = SealedLog.of(leaves, 10, true);
        int at = Math.floorMod(pick, leaves);
        SealedLog.Row row = log.rows.get(at);
        AuditEntry changed = changed(row.sealed(), pick);
        log.rows.set(
                at,
                new SealedLog.Row(
                        at,
                        changed,
                        row.salt(),
                        new TreeHasher().leaf(changed, row.salt()).bytes()));
        int from = at / 10 * 10;
        assertThat(log.verify()).containsExactly(new Finding.CheckpointRootWrong(from, Math.min(leaves, from + 10)));
    }

    @Property(tries = 40)
    void aRunOfLeavesTakenOutIsNamed(
            @ForAll @IntRange(min = 3, max = 200) int leaves,
            @ForAll int pick,
            @ForAll @IntRange(min = 1, max = 30) int run) {
        SealedLog log = SealedLog.of(leaves, 10, true);
        int first = Math.floorMod(pick, leaves - 1);
        int last = Math.min(leaves - 2, first + run - 1);
        log.rows.subList(first, last + 1).clear();
        List<Finding> findings = log.verify();
        assertThat(findings).contains(new Finding.LeavesMissing(first, last));
        assertThat(findings)
                .filteredOn(Finding.CheckpointRootWrong.class::isInstance)
                .isNotEmpty();
        assertThat(findings).filteredOn(Finding.EntryChanged.class::isInstance).isEmpty();
    }

    @Property(tries = 40)
    void twoEntriesThatChangedPlacesAreNamedTogether(
            @ForAll @IntRange(min = 2, max = 200) int leaves, @ForAll int pick, @ForAll boolean withSalt) {
        SealedLog log = SealedLog.of(leaves, 7, false);
        int one = Math.floorMod(pick, leaves - 1);
        int two = one + 1 + Math.floorMod(pick / leaves, leaves - 1 - one);
        SealedLog.Row first = log.rows.get(one);
        SealedLog.Row second = log.rows.get(two);
        log.rows.set(
                one, new SealedLog.Row(one, second.entry(), withSalt ? second.salt() : first.salt(), first.hash()));
        log.rows.set(
                two, new SealedLog.Row(two, first.entry(), withSalt ? first.salt() : second.salt(), second.hash()));
        assertThat(log.verify()).containsExactly(new Finding.LeavesSwapped(one, two));
    }

    @Property(tries = 40)
    void wholeLeavesThatChangedPlacesAreFoundBetweenTwoCheckpoints(
            @ForAll @IntRange(min = 11, max = 200) int leaves, @ForAll @IntRange(min = 0, max = 8) int one) {
        SealedLog log = SealedLog.of(leaves, 10, true);
        SealedLog.Row first = log.rows.get(one);
        log.rows.set(one, log.rows.get(one + 1).number(one));
        log.rows.set(one + 1, first.number(one + 1));
        assertThat(log.verify()).containsExactly(new Finding.CheckpointRootWrong(0, 10));
    }

    @Property(tries = 40)
    void aLogCutShortIsNamedForEveryCheckpointThatSawMore(
            @ForAll @IntRange(min = 1, max = 200) int leaves, @ForAll int pick) {
        SealedLog log = SealedLog.of(leaves, 50, false);
        int left = Math.floorMod(pick, leaves);
        log.rows.subList(left, leaves).clear();
        assertThat(log.verify())
                .contains(new Finding.Truncated(leaves, left))
                .allMatch(Finding.Truncated.class::isInstance);
    }

    @Test
    void aLogCutShortTogetherWithItsCheckpointsIsFoundByTheOneKeptElsewhere() {
        SealedLog log = SealedLog.of(100, 10, true);
        Checkpoint kept = log.checkpoints.getLast().checkpoint();
        log.rows.subList(60, 100).clear();
        log.checkpoints.subList(6, 10).clear();
        assertThat(log.verify()).isEmpty();
        log.checkpoints.add(new KeptCheckpoint(Checkpoint.parse(kept.text()), null));
        assertThat(log.verify()).containsExactly(new Finding.Truncated(100, 60));
    }

    @Test
    void aLeafThatComesTwiceIsNamed() {
        SealedLog log = SealedLog.of(20, 10, false);
        log.rows.add(5, log.rows.get(4));
        assertThat(log.verify()).containsExactly(new Finding.LeafOutOfOrder(4));
    }

    @Test
    void aForgedCheckpointIsNamedAndProvesNothing() {
        SealedLog log = SealedLog.of(20, 10, false);
        Checkpoint real = log.checkpoints.getLast().checkpoint();
        Checkpoint forged = Checkpoint.sign(20, real.root(), real.at(), SigningKey.generate());
        log.checkpoints.set(1, new KeptCheckpoint(forged, null));
        assertThat(log.verify(SealedLog.START.plus(Duration.ofDays(1))))
                .containsExactly(
                        new Finding.SignatureWrong(20),
                        new Finding.UnsealedTooLong(
                                10, log.rows.get(10).sealed().at()));
    }

    @Test
    void aFrontierThatWasTamperedWithIsNamedAndNotUsed() {
        SealedLog log = SealedLog.of(20, 10, true);
        KeptCheckpoint first = log.checkpoints.getFirst();
        log.checkpoints.set(0, new KeptCheckpoint(first.checkpoint(), new MerkleFrontier().toBytes()));
        assertThat(log.verify()).containsExactly(new Finding.FrontierWrong(10));
    }

    @Test
    void afterADamagedStretchTheNextOneIsStillChecked() {
        SealedLog log = SealedLog.of(60, 10, true);
        log.rows.remove(35);
        log.rows.remove(5);
        assertThat(log.verify())
                .containsExactly(
                        new Finding.LeavesMissing(5, 5),
                        new Finding.CheckpointRootWrong(0, 10),
                        new Finding.LeavesMissing(35, 35),
                        new Finding.CheckpointRootWrong(30, 40));
    }

    @Test
    void checkpointsThatGoBackwardsAreNamed() {
        SealedLog log = SealedLog.of(30, 10, false);
        log.checkpoints.add(log.checkpoints.removeFirst());
        log.checkpoints.add(1, log.checkpoints.removeLast());
        assertThat(log.verify()).containsExactly(new Finding.CheckpointOutOfOrder(10));
    }

    @Test
    void aLeafNotSignedWithinTheLimitIsNamed() {
        SealedLog log = SealedLog.of(25, 10, false);
        log.checkpoints.removeLast();
        Instant oldest = log.rows.get(20).sealed().at();
        assertThat(log.verify(oldest.plus(SealedLog.LIMIT))).isEmpty();
        assertThat(log.verify(oldest.plus(SealedLog.LIMIT).plusMillis(1)))
                .containsExactly(new Finding.UnsealedTooLong(20, oldest));
    }

    @Test
    void aSaltOrHashOfTheWrongLengthIsNamed() {
        SealedLog log = SealedLog.of(5, 10, false);
        SealedLog.Row row = log.rows.get(2);
        log.rows.set(2, new SealedLog.Row(2, row.entry(), new byte[3], row.hash()));
        assertThat(log.verify()).contains(new Finding.LeafUnreadable(2));
    }

    @Test
    void moreChangesThanAreHeldBackAreAllNamed() {
        SealedLog log = SealedLog.of(500, 100, false);
        log.rows.replaceAll(row -> row.entry(changed(row.sealed(), 3)));
        assertThat(log.verify()).hasSize(500).allMatch(Finding.EntryChanged.class::isInstance);
    }

    private static AuditEntry changed(AuditEntry was, int how) {
        return switch (Math.floorMod(how, 4)) {
            case 0 -> with(was, was.at().plusNanos(1000), was.reason(), was.detail());
            case 1 -> with(was, was.at(), was.reason() == null ? "" : null, was.detail());
            case 2 -> with(was, was.at(), was.detail(), was.reason() == null ? "x" : was.reason());
            default -> with(was, was.at(), was.reason(), "added later");
        };
    }

    private static AuditEntry with(AuditEntry was, Instant at, @Nullable String reason, @Nullable String detail) {
        return new AuditEntry(
                was.id(), at, was.actor(), was.session(), was.action(), was.kind(), was.record(), reason, detail);
    }
}
