package uk.sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.SuperUser;

/** The log in PostgreSQL: sealed whatever the order of commits, and whatever its superuser does to it is named. */
@SightlineTest
class SequencerTests {

    private static final Actor IMPORT = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000005"), "import");

    @TempDir
    Path folder;

    @Autowired
    private Audit audit;

    @Autowired
    private SealingStore store;

    @Autowired
    private StoredLog log;

    @Autowired
    private AuditSettings settings;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestTime.Settable time;

    @Autowired
    private ApplicationContext product;

    private JdbcClient superUser;

    @BeforeEach
    void twentySealedEntries() {
        time.set(TestTime.START);
        superUser = SuperUser.of(product);
        for (int i = 0; i < 20; i++) {
            act("sample " + i);
        }
        seal();
    }

    @Test
    void everyEntryHasItsLeafAndNothingIsWrong() {
        assertThat(withoutLeaf()).isZero();
        assertThat(findings()).isEmpty();
        assertThat(verb().execute()).isZero();
    }

    @Test
    void anEntryThatCommitsAfterLaterOnesIsSealedToo() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<?> late = threads.submit(() -> IMPORT.run(() -> transactions.executeWithoutResult(status -> {
                audit.record(Act.of("late", "sample"));
                written.countDown();
                await(commit);
            })));
            written.await();
            for (int i = 0; i < 5; i++) {
                act("meanwhile");
                seal();
            }
            assertThat(count("select count(*) from audit.entry where action = 'late'"))
                    .isZero();
            commit.countDown();
            late.get();
        }
        seal();
        assertThat(withoutLeaf()).isZero();
        assertThat(findings()).isEmpty();
    }

    @Test
    void theMarkMovesUpSoThatTheLogIsNotReadAgain() {
        seal();
        seal();
        long mark = count("select low_water from audit.sequencing");
        assertThat(mark).isEqualTo(count("select max(id) from audit.entry"));
    }

    /** Otherwise each batch would read again past all that the ones before it have sealed. */
    @Test
    void theMarkMovesUpWhileABacklogIsSealed() {
        seal();
        seal();
        long before = count("select low_water from audit.sequencing");
        superUser("insert into audit.entry (at, actor, action) select '2026-11-10T09:00Z', '" + IMPORT.id()
                + "', 'backlog' from generate_series(1, 11000)");
        List<Long> marks = new ArrayList<>();
        Sequencer sequencer = new Sequencer(store, transactions, time, settings);
        Sequencer.SEQUENCER.run(
                () -> sequencer.run(now -> marks.add(count("select low_water from audit.sequencing") - before)));
        assertThat(marks).hasSize(3).isSorted();
        assertThat(marks.get(1)).isBetween(9_900L, 10_100L);
        assertThat(withoutLeaf()).isZero();
        assertThat(findings()).isEmpty();
    }

    @Test
    void sequencersOnTwoNodesNeverInterleave() throws Exception {
        Callable<Boolean> writer = () -> {
            for (int i = 0; i < 150; i++) {
                act("busy");
            }
            return true;
        };
        Callable<Boolean> node = () -> {
            Sequencer sequencer = new Sequencer(store, transactions, time, settings);
            for (int i = 0; i < 30; i++) {
                Sequencer.SEQUENCER.run(sequencer::run);
            }
            return true;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            for (Future<Boolean> done : threads.invokeAll(List.of(writer, writer, node, node, node))) {
                assertThat(done.get()).isTrue();
            }
        }
        seal();
        assertThat(withoutLeaf()).isZero();
        assertThat(findings()).isEmpty();
    }

    @Test
    void aChangedEntryIsNamed() {
        Sealed victim = sealed(7);
        superUser("update audit.entry set actor = gen_random_uuid() where id = " + victim.entry);
        List<Finding> found = findings();
        superUser("update audit.entry set actor = '%s' where id = %d".formatted(IMPORT.id(), victim.entry));
        assertThat(found).containsExactly(new Finding.EntryChanged(victim.no, victim.entry));
        assertThat(findings()).isEmpty();
    }

    @Test
    void aRemovedEntryIsNamed() {
        Sealed victim = sealed(3);
        superUser("create table public.kept as select * from audit.entry where id = " + victim.entry);
        superUser("delete from audit.entry where id = " + victim.entry);
        List<Finding> found = findings();
        superUser("insert into audit.entry overriding system value select * from public.kept");
        superUser("drop table public.kept");
        assertThat(found).containsExactly(new Finding.EntryMissing(victim.no));
        assertThat(findings()).isEmpty();
    }

    @Test
    void twoEntriesThatChangedPlacesAreNamed() {
        Sealed one = sealed(2);
        Sealed two = sealed(9);
        swap(one, two);
        List<Finding> found = findings();
        swap(one, two);
        // The number of an entry is sealed with it: each is another entry now.
        assertThat(found)
                .containsExactlyInAnyOrder(
                        new Finding.EntryChanged(one.no, one.entry), new Finding.EntryChanged(two.no, two.entry));
        assertThat(findings()).isEmpty();
    }

    @Test
    void leavesThatChangedPlacesAreNamed() {
        Sealed one = sealed(2);
        Sealed two = sealed(9);
        swapLeaves(one, two);
        List<Finding> found = findings();
        swapLeaves(new Sealed(one.no, two.entry), new Sealed(two.no, one.entry));
        assertThat(found).containsExactly(new Finding.LeavesSwapped(two.no, one.no));
        assertThat(findings()).isEmpty();
    }

    @Test
    void aLogCutShortIsNamedEvenWithItsCheckpointsGone() throws IOException {
        Path kept = folder.resolve("kept.log");
        CheckpointLog second = new CheckpointLog(kept);
        second.offer(newest(), time.instant());
        Sealed first = sealed(4);
        superUser("create table public.leaves as select * from audit.leaf where no >= " + first.no);
        superUser("create table public.points as select * from audit.checkpoint where size > " + first.no);
        superUser("create table public.entries as select * from audit.entry where id >= "
                + "(select min(entry_id) from public.leaves) and id in (select entry_id from public.leaves)");
        superUser("delete from audit.leaf where no >= " + first.no);
        superUser("delete from audit.entry where id in (select id from public.entries)");
        List<Finding> withCheckpoints = findings();
        superUser("delete from audit.checkpoint where size > " + first.no);
        int alone = verb().execute();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int against = verb(said).execute("--against", kept.toString());
        superUser("insert into audit.entry overriding system value select * from public.entries");
        superUser("insert into audit.leaf select * from public.leaves");
        superUser("insert into audit.checkpoint select * from public.points");
        superUser("drop table public.leaves, public.points, public.entries");

        assertThat(withCheckpoints).anyMatch(Finding.Truncated.class::isInstance);
        assertThat(alone).isZero();
        assertThat(against).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("FOUND: the log was cut off");
        assertThat(findings()).isEmpty();
    }

    @Test
    void anEntryPutInBehindTheSequencersBackIsNamedWhileTheProductRuns() {
        long id = count("select min(entry_id) - 1000000 from audit.leaf");
        superUser("insert into audit.entry (id, at, actor, action) overriding system value values (" + id
                + ", '2026-11-10T09:00Z', '" + IMPORT.id() + "', 'forged')");
        List<Finding> found = findings();
        superUser("delete from audit.entry where id = " + id);
        assertThat(found)
                .containsExactly(new Finding.UnsequencedTooLong(id, TestTime.START.minus(Duration.ofHours(1))));
    }

    @Test
    void findingsAreAlsoToldInJson() {
        Sealed victim = sealed(5);
        superUser("update audit.entry set action = 'print' where id = " + victim.entry);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = verb(said).execute("--json");
        superUser("update audit.entry set action = 'view' where id = " + victim.entry);
        assertThat(exit).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "{\"finding\":\"EntryChanged\",\"leafNo\":" + victim.no + ",\"entryId\":" + victim.entry + "}")
                .contains("\"findings\":1");
    }

    @Test
    void checkpointsOfEarlierDaysAreThinnedToOneAnHourAndStillProveEverything() {
        for (int i = 0; i < 6; i++) {
            time.advance(Duration.ofMinutes(1));
            act("hour");
            seal();
        }
        long before = count("select count(*) from audit.checkpoint");
        time.advance(Duration.ofDays(2));
        Sequencer.SEQUENCER.run(new Sequencer(store, transactions, time, settings)::run);
        assertThat(count("select count(*) from audit.checkpoint")).isLessThan(before);
        assertThat(count("select count(*) from audit.checkpoint where at < '2026-11-10T11:00Z'"))
                .isEqualTo(1);
        assertThat(findings()).isEmpty();
    }

    @Test
    void theFileForASecondPartyHoldsTheNewestCheckpoint() {
        Sequencer.SEQUENCER.run(new Sequencer(store, transactions, time, settings)::run);
        assertThat(CheckpointLog.read(settings.checkpointLog())).contains(newest());
    }

    private record Sealed(long no, long entry) {}

    private Sealed sealed(int nth) {
        return superUser
                .sql("select l.no, l.entry_id as entry from audit.leaf l join audit.entry e on e.id = l.entry_id"
                        + " where e.action = 'view' and e.kind = 'sample' order by l.no desc offset ? limit 1")
                .param(nth)
                .query(Sealed.class)
                .single();
    }

    private void swap(Sealed one, Sealed two) {
        superUser("update audit.entry a set record = b.record, detail = b.detail, salt = b.salt from audit.entry b"
                + " where (a.id, b.id) in ((%1$d, %2$d), (%2$d, %1$d))".formatted(one.entry, two.entry));
    }

    private void swapLeaves(Sealed one, Sealed two) {
        superUser("update audit.leaf set entry_id = -no where no in (%d, %d)".formatted(one.no, two.no));
        superUser("update audit.leaf set entry_id = %d where no = %d".formatted(two.entry, one.no));
        superUser("update audit.leaf set entry_id = %d where no = %d".formatted(one.entry, two.no));
    }

    private void superUser(String statement) {
        superUser.sql(statement).update();
    }

    private long count(String query) {
        return superUser.sql(query).query(Long.class).single();
    }

    private long withoutLeaf() {
        return count("select count(*) from audit.entry e where not exists"
                + " (select from audit.leaf l where l.entry_id = e.id)");
    }

    private void act(String detail) {
        IMPORT.run(() -> transactions.executeWithoutResult(
                status -> audit.record(Act.on("view", "sample", Ids.next()).detail(detail))));
    }

    private void seal() {
        Sequencer.SEQUENCER.run(new Sequencer(store, transactions, time, settings)::run);
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Sequencer.SEQUENCER.run(() ->
                log.verify(List.of(), log.keys(), time.instant(), Duration.ofMinutes(1), leaves -> {}, findings::add));
        return findings;
    }

    private Checkpoint newest() {
        return Sequencer.SEQUENCER
                .call(() -> transactions.execute(status -> store.lastCheckpoint()))
                .orElseThrow()
                .checkpoint();
    }

    private CommandLine verb() {
        return verb(new ByteArrayOutputStream());
    }

    private CommandLine verb(ByteArrayOutputStream said) {
        VerifyAuditCommand command = new VerifyAuditCommand(log, time);
        command.to(new PrintStream(said, true, StandardCharsets.UTF_8));
        return new CommandLine(command);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
