package uk.sightline.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.duplicates.PairQueries.Pair;
import uk.sightline.duplicates.PairQueries.Said;
import uk.sightline.duplicates.PairStore.Two;
import uk.sightline.duplicates.PairStore.Weighed;
import uk.sightline.duplicates.Planted.Somebody;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.identity.TestNumbers;
import uk.sightline.people.Candidate.Strength;
import uk.sightline.people.Comparing;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.People;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.StaleVersion;

/** Who is found to be like whom, who sees it, and what becomes of what people say of it. */
@SightlineTest
class DuplicatesTests {

    private static final long SEED = 20261127;
    private static final int STEPS = 120;

    @Autowired
    private CompareJob job;

    @Autowired
    private PairStore store;

    @Autowired
    private PairQueries queries;

    @Autowired
    private Verdicts verdicts;

    @Autowired
    private Progress progress;

    @Autowired
    private Comparing comparing;

    @Autowired
    private People people;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    private Planted planted;
    private TestPerson worker;

    @BeforeEach
    void everybodyHasBeenCompared() {
        planted = new Planted(people, sql, transactions);
        worker = colleagues.frontDoorWorker();
        compareAll();
    }

    @Test
    void twoRecordsOfOnePersonAreFoundAndSomebodyElseIsNot() {
        UUID[] two = planted.twice(worker);
        UUID other = planted.once(worker, Planted.somebody());

        compareAll();

        Pair pair = pairOf(worker, two[0], two[1]);
        assertThat(pair.strength()).isEqualTo("strong");
        assertThat(pair.reasons()).contains("same birth date");
        assertThat(pair.open()).isTrue();
        assertThat(pairsWith(worker, other)).isEmpty();
        assertThat(between(worker, two[0], two[1]).why().sum()).isCloseTo(pair.bits(), within());
    }

    @Test
    void aPairWeighsTheSameWhicheverOfTheTwoIsAskedAbout() {
        Somebody who = Planted.somebody();
        UUID one = planted.once(worker, who);
        UUID other = planted.once(
                worker, new Somebody(who.given() + "e", who.family(), who.born().plusDays(1)));
        identify(one, TestNumbers.nhs());
        identify(other, TestNumbers.nhs());

        assertThat(between(worker, one, other).bits())
                .isCloseTo(between(worker, other, one).bits(), within());
        assertThat(between(worker, one, other).why().steps())
                .anySatisfy(step -> assertThat(step.words()).isEqualTo("different, both checked"));
    }

    @Test
    void whoDoesNotSeeBothPeopleSeesNoPairAndCountsNone() {
        UUID[] two = planted.twice(worker);
        compareAll();
        TestPerson manager = colleagues.frontDoorManager();
        TestPerson stranger = colleagues.socialWorker();
        Pair pair = pairOf(worker, two[0], two[1]);
        int before = in(worker, queries::counts).open();

        assertThat(in(stranger, () -> queries.pair(pair.id()))).isEmpty();
        assertThat(in(stranger, queries::counts).open()).isZero();
        planted.seal(two[1], manager);

        assertThat(in(worker, () -> queries.pair(pair.id()))).isEmpty();
        assertThat(pairsWith(worker, two[0])).isEmpty();
        assertThat(in(worker, queries::counts).open()).isEqualTo(before - 1);
        assertThat(in(manager, () -> queries.pair(pair.id()))).isPresent();
        assertThatThrownBy(() -> keep(worker, pair, Verdict.SAME, "It is her.")).isInstanceOf(NoSuchRecord.class);
        keep(manager, pair, Verdict.SAME, "It is her.");
        assertThat(in(worker, () -> queries.verdicts(pair.id()))).isEmpty();
        assertThat(in(manager, () -> queries.verdicts(pair.id()))).hasSize(1);
    }

    @Test
    void aSealedPersonIsFoundForThoseWhoMayKnowAndCountedInNoProgress() {
        TestPerson manager = colleagues.frontDoorManager();
        Somebody who = Planted.somebody();
        UUID hidden = planted.once(worker, who);
        planted.seal(hidden, manager);
        identify(manager, hidden, TestNumbers.nhs());
        compareAll();
        identify(manager, hidden, TestNumbers.nhs());

        assertThat(left()).isZero();
        UUID seen = planted.once(worker, who);
        assertThat(left()).isEqualTo(1);
        compareAll();

        assertThat(pairsWith(worker, seen)).isEmpty();
        assertThat(pairsWith(manager, seen)).hasSize(1);
    }

    @Test
    void whoIsRelatedToBothPeopleSeesTheirPairAndNoOther() {
        Pair pair = someonesPair();
        someonesPair();
        TestPerson social = colleagues.socialWorker();
        relate(social, pair.oneId());
        assertThat(open(social)).isEmpty();

        relate(social, pair.otherId());

        assertThat(open(social)).containsExactly(pair.id());
        assertThat(in(social, queries::counts).open()).isEqualTo(1);
        keep(social, pair, Verdict.NOT_SAME, "Cousins.");
        assertThat(in(social, () -> queries.list(Listing.DECIDED, null, 10)))
                .extracting(Pair::id)
                .containsExactly(pair.id());
        assertThat(in(social, () -> queries.before(Listing.OPEN, pair.id()))).isEmpty();
    }

    /** At district scale a list must not read everybody whom the reader may see. */
    @Test
    void aListIsReadByItsIndexAndEachPersonLookedUp() {
        someonesPair();
        List<String> plan = in(worker, () -> sql.sql("""
                        explain select p.id from duplicates.pair p where p.open order by p.bits desc, p.id desc limit 31
                        """).query(String.class).list());

        assertThat(String.join("\n", plan))
                .contains("pair_open")
                .contains("record_pkey")
                .doesNotContain("Seq Scan on record");
    }

    @Test
    void whatSomebodySaidIsAddedToWhatWasSaidBefore() {
        Pair pair = someonesPair();
        TestPerson other = colleagues.frontDoorManager();

        keep(worker, pair, Verdict.UNSURE, "");
        assertThat(in(worker, () -> queries.list(Listing.UNSURE, null, 500)))
                .extracting(Pair::id)
                .contains(pair.id());
        keep(other, in(other, () -> queries.pair(pair.id())).orElseThrow(), Verdict.NOT_SAME, "Cousins.");

        assertThat(in(worker, () -> queries.verdicts(pair.id())))
                .extracting(Said::verdict, Said::why, Said::createdBy, Said::strength)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("not-same", "Cousins.", other.id(), "strong"),
                        org.assertj.core.groups.Tuple.tuple("unsure", "", worker.id(), "strong"));
        assertThat(open(worker)).doesNotContain(pair.id());
        assertThat(auditOf(pair.oneId())).contains("duplicate not-same " + pair.id());
        assertThat(auditOf(pair.otherId())).contains("duplicate not-same " + pair.id());
    }

    @Test
    void aVerdictSentTwiceIsKeptOnceAndAnotherClerksIsNotOverwritten() {
        Pair pair = someonesPair();
        TestPerson other = colleagues.frontDoorManager();

        keep(worker, pair, Verdict.SAME, "Typed twice.");
        keep(worker, pair, Verdict.SAME, "Typed twice.");
        assertThatThrownBy(() -> keep(other, pair, Verdict.NOT_SAME, "Cousins."))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> keep(worker, pair, Verdict.NOT_SAME, "Cousins."))
                .isInstanceOf(StaleVersion.class);

        assertThat(in(worker, () -> queries.verdicts(pair.id())))
                .extracting(Said::verdict)
                .containsExactly("same");
    }

    @Test
    void whoMayOnlyLookCannotJudge() {
        Pair pair = someonesPair();
        TestPerson looks = colleagues.with("education-safeguarding-officer", null);
        TestPerson home = colleagues.administrator();

        keep(looks, pair, Verdict.UNSURE, "");
        assertThatThrownBy(() -> keep(home, pair, Verdict.SAME, "It is her.")).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void notTheSameComesBackOnlyWhenItGrowsIntoAStrongMatch() {
        Pair pair = someonesPair();
        weigh(pair, 4, Strength.POSSIBLE);
        keep(worker, pair, Verdict.NOT_SAME, "Cousins.");
        weigh(pair, 6, Strength.POSSIBLE);
        assertThat(open(worker)).doesNotContain(pair.id());

        weigh(pair, 12, Strength.STRONG);

        Pair again = in(worker, () -> queries.pair(pair.id())).orElseThrow();
        assertThat(again.open()).isTrue();
        assertThat(again.verdict()).isEqualTo("not-same");
        keep(worker, again, Verdict.NOT_SAME, "Cousins all the same.");
        weigh(pair, 40, Strength.STRONG);
        assertThat(in(worker, () -> queries.pair(pair.id())).orElseThrow().open())
                .isFalse();
    }

    /** Whatever is weighed anew, found again or found no longer in between, nothing that was said changes. */
    @Test
    void verdictsSurviveEveryRun() {
        Random random = new Random(SEED);
        List<Pair> pairs = List.of(someonesPair(), someonesPair(), someonesPair());
        Map<UUID, List<String>> said = new HashMap<>();
        Map<UUID, Strength> seen = new HashMap<>();
        Map<UUID, Strength> now = new HashMap<>();
        Set<UUID> aside = new HashSet<>();
        pairs.forEach(pair -> {
            said.put(pair.id(), new ArrayList<>());
            now.put(pair.id(), Strength.STRONG);
        });
        for (int step = 0; step < STEPS; step++) {
            Pair pair = pairs.get(random.nextInt(pairs.size()));
            switch (random.nextInt(4)) {
                case 0 -> {
                    Verdict verdict = Verdict.values()[random.nextInt(3)];
                    String why = "Step " + step;
                    keep(worker, in(worker, () -> queries.pair(pair.id())).orElseThrow(), verdict, why);
                    Objects.requireNonNull(said.get(pair.id())).addFirst(verdict.code() + " " + why);
                    seen.put(pair.id(), Objects.requireNonNull(now.get(pair.id())));
                }
                case 1 -> {
                    Strength strength = Strength.values()[
                            random.nextInt(
                                    Objects.requireNonNull(said.get(pair.id())).isEmpty() ? 2 : 3)];
                    weigh(pair, random.nextDouble(-10, 40), strength);
                    aside.remove(pair.id());
                    now.put(pair.id(), strength);
                }
                case 2 -> {
                    inJob(() -> {
                        store.drop(List.of(pair.id()));
                        return true;
                    });
                    aside.add(pair.id());
                    if (Objects.requireNonNull(said.get(pair.id())).isEmpty()) {
                        weigh(pair, 20, Strength.STRONG);
                        now.put(pair.id(), Strength.STRONG);
                        pairs = replaced(pairs, pair, said, now);
                    }
                }
                default -> {
                    identify(pair.oneId(), TestNumbers.nhs());
                    compareAll();
                    aside.remove(pair.id());
                    now.put(pair.id(), strength(pair));
                }
            }
            for (Pair each : pairs) {
                Pair stands = in(worker, () -> queries.pair(each.id())).orElseThrow();
                List<String> kept = in(worker, () -> queries.verdicts(each.id())).stream()
                        .map(line -> line.verdict() + " " + line.why())
                        .toList();
                assertThat(kept).as("seed %d step %d", SEED, step).isEqualTo(said.get(each.id()));
                assertThat(stands.version()).isEqualTo(kept.size());
                assertThat(stands.open())
                        .as("seed %d step %d", SEED, step)
                        .isEqualTo(!aside.contains(each.id()) && isOpen(kept, seen.get(each.id()), now.get(each.id())));
            }
        }
    }

    private static boolean isOpen(List<String> said, @Nullable Strength seen, @Nullable Strength now) {
        return said.isEmpty()
                || said.getFirst().startsWith("not-same") && now == Strength.STRONG && seen != Strength.STRONG;
    }

    /** A pair that nobody had said anything of may go, and is another one when it comes back. */
    private List<Pair> replaced(List<Pair> pairs, Pair gone, Map<UUID, List<String>> said, Map<UUID, Strength> now) {
        Pair back = pairOf(worker, gone.oneId(), gone.otherId());
        said.put(back.id(), new ArrayList<>());
        now.put(back.id(), Strength.STRONG);
        List<Pair> all = new ArrayList<>(pairs);
        all.replaceAll(pair -> pair.id().equals(gone.id()) ? back : pair);
        return all;
    }

    private Strength strength(Pair pair) {
        return Strength.valueOf(in(worker, () -> queries.pair(pair.id()))
                .orElseThrow()
                .strength()
                .toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void twoAtOnceTakeDifferentPeople() throws Exception {
        Set<UUID> all = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            all.addAll(Set.of(planted.twice(worker)));
        }
        CyclicBarrier bothHaveTaken = new CyclicBarrier(2);
        Callable<Set<UUID>> take =
                () -> CompareJob.ACTOR.call(() -> Objects.requireNonNull(transactions.execute(status -> {
                    Set<UUID> taken = comparing.take(10);
                    try {
                        bothHaveTaken.await(30, java.util.concurrent.TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return taken;
                })));
        try (var two = Executors.newFixedThreadPool(2)) {
            Future<Set<UUID>> one = two.submit(take);
            Future<Set<UUID>> other = two.submit(take);

            assertThat(one.get()).hasSize(10).doesNotContainAnyElementsOf(other.get());
            Set<UUID> taken = new HashSet<>(one.get());
            taken.addAll(other.get());
            assertThat(taken).isEqualTo(all);
        }
    }

    @Test
    void jobsOnTwoNodesFindEachPairOnce() throws Exception {
        List<UUID[]> twos = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            twos.add(planted.twice(worker));
        }
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Integer> node = () -> CompareJob.ACTOR.call(() -> {
                int done = 0;
                for (int some = job.compareSome(); some > 0; some = job.compareSome()) {
                    done += some;
                }
                return done;
            });
            Future<Integer> one = nodes.submit(node);
            Future<Integer> other = nodes.submit(node);
            assertThat(one.get() + other.get()).isEqualTo(60);
        }
        assertThat(twos).allSatisfy(two -> assertThat(pairsWith(worker, two[0])).hasSize(1));
        assertThat(left()).isZero();
    }

    @Test
    void aPairThatIsNoLongerAlikeGoesUnlessSomebodySpokeOfIt() {
        UUID one = planted.once(worker, Planted.somebody());
        UUID other = planted.once(worker, Planted.somebody());
        UUID third = planted.once(worker, Planted.somebody());
        inJob(() -> {
            store.keep(List.of(
                    new Weighed(Two.of(one, other), 9, 0.99, Strength.STRONG, "test", "birth-date:7"),
                    new Weighed(Two.of(one, third), 9, 0.99, Strength.STRONG, "test", "birth-date:7")));
            return true;
        });
        keep(worker, pairOf(worker, one, third), Verdict.NOT_SAME, "Cousins.");

        compareAll();

        assertThat(pairsWith(worker, one)).singleElement().satisfies(pair -> {
            assertThat(pair.strength()).isEqualTo("weak");
            assertThat(pair.verdict()).isEqualTo("not-same");
        });
    }

    @Test
    void everybodyIsPutOnTheListWhenTheThresholdsOfThePackAreOthers() {
        UUID[] two = planted.twice(worker);
        compareAll();
        Pair pair = pairOf(worker, two[0], two[1]);
        inJob(() -> {
            store.drop(List.of(pair.id()));
            progress.listed("others", null, false);
            return true;
        });

        compareAll();

        assertThat(pairsWith(worker, two[0])).hasSize(1);
        assertThat(in(CompareJob.ACTOR, progress::now).listing()).isFalse();
    }

    private Pair someonesPair() {
        UUID[] two = planted.twice(worker);
        compareAll();
        return pairOf(worker, two[0], two[1]);
    }

    private void relate(TestPerson who, UUID person) {
        in(
                worker,
                () -> sql.sql("""
                        insert into access.relationship
                          (id, holder, subject_id, via, from_at, reason, granted_by, created_at)
                        values (gen_random_uuid(), :who, :person, 'allocated', platform.at(), 'test', platform.me(), platform.at())
                        """)
                        .param("who", who.id())
                        .param("person", person)
                        .update());
    }

    private void compareAll() {
        CompareJob.ACTOR.run(() -> {
            while (job.listSome() || job.compareSome() > 0) {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
        });
    }

    private void weigh(Pair pair, double bits, Strength strength) {
        inJob(() -> {
            store.keep(List.of(new Weighed(
                    Two.of(pair.oneId(), pair.otherId()), bits, 0.5, strength, "weighed by the test", "birth-date:7")));
            return true;
        });
    }

    private void identify(UUID person, String nhs) {
        identify(worker, person, nhs);
    }

    private void identify(TestPerson who, UUID person, String nhs) {
        who.actor()
                .run(() -> people.add(
                        person,
                        new PersonIdentifier(IdentifierScheme.NHS_NUMBER, nhs, IdentifierStatus.VERIFIED),
                        "Test"));
    }

    private void keep(TestPerson who, Pair pair, Verdict verdict, String why) {
        who.actor().run(() -> verdicts.keep(pair.id(), pair.version(), verdict, why));
    }

    private Comparing.Alike between(TestPerson who, UUID one, UUID other) {
        return in(who, () -> comparing.between(one, other)).orElseThrow();
    }

    private Pair pairOf(TestPerson who, UUID one, UUID other) {
        Two two = Two.of(one, other);
        return pairsWith(who, one).stream()
                .filter(pair -> pair.oneId().equals(two.one()) && pair.otherId().equals(two.other()))
                .findFirst()
                .orElseThrow();
    }

    private List<Pair> pairsWith(TestPerson who, UUID person) {
        return in(
                who,
                () -> sql
                        .sql("select p.id from duplicates.pair p where p.one_id = :person or p.other_id = :person")
                        .param("person", person)
                        .query(UUID.class)
                        .list()
                        .stream()
                        .flatMap(id -> queries.pair(id).stream())
                        .toList());
    }

    private Set<UUID> open(TestPerson who) {
        Set<UUID> open = new HashSet<>();
        in(who, () -> queries.list(Listing.OPEN, null, 10_000)).forEach(pair -> open.add(pair.id()));
        return open;
    }

    private List<String> auditOf(UUID person) {
        return in(
                worker,
                () -> sql.sql("select a.detail from audit.act a where a.record = :person and a.detail is not null")
                        .param("person", person)
                        .query(String.class)
                        .list());
    }

    private long left() {
        return inJob(comparing::left).people();
    }

    private <T> T inJob(Supplier<T> work) {
        return in(CompareJob.ACTOR, work);
    }

    private <T> T in(TestPerson who, Supplier<T> work) {
        return in(who.actor(), work);
    }

    private <T> T in(uk.sightline.platform.Actor actor, Supplier<T> work) {
        return actor.call(() -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }
}
