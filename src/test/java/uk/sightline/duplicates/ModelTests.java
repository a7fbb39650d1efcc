package uk.sightline.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.duplicates.PairQueries.Pair;
import uk.sightline.duplicates.PairStore.Two;
import uk.sightline.duplicates.PairStore.Weighed;
import uk.sightline.merges.Merges;
import uk.sightline.people.Candidate.Strength;
import uk.sightline.people.Comparing;
import uk.sightline.people.Models;
import uk.sightline.people.Models.LevelLine;
import uk.sightline.people.Models.Version;
import uk.sightline.people.People;
import uk.sightline.platform.NotAllowed;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/** What is learnt from verdicts, who puts it in use, and what it does to those who are weighed. */
@SightlineTest
class ModelTests {

    private static final int PEOPLE = 10;
    private static final String WHY = "It fits what we see at the front door.";

    /** Of one person, as nobody would expect: the given name only sounds alike and a digit of the birth date differs. */
    private static final String ODD = "given-name:4 family-name:7 birth-date:6 name-order:1";

    private static final int BIRTH = 2;
    private static final int EACH_NEARLY = 4;
    private static final int SAME_DAY = 7;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ModelJob job;

    @Autowired
    private CompareJob compareJob;

    @Autowired
    private PairStore store;

    @Autowired
    private PairQueries queries;

    @Autowired
    private JudgedPairs judged;

    @Autowired
    private Verdicts verdicts;

    @Autowired
    private Comparing comparing;

    @Autowired
    private Models models;

    @Autowired
    private Merges merges;

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
    private TestPerson manager;

    @BeforeEach
    void somebodyWhoMayMergeIsThere() {
        planted = new Planted(people, sql, transactions);
        worker = colleagues.frontDoorWorker();
        manager = colleagues.frontDoorManager();
    }

    @AfterEach
    void whatIsUsualIsInUseAgain() {
        if (in(manager, models::inUse).no() != 0) {
            use(manager, 0);
        }
    }

    @Test
    void manyVerdictsMoveTheChancesTheirWayAndAFewHardlyMoveThem() {
        List<Pair> pairs = pairs("given-name:7 family-name:7 birth-date:" + EACH_NEARLY, 0.95);
        LevelLine before = birth(propose(), EACH_NEARLY);
        pairs.subList(0, 2).forEach(pair -> keep(pair, Verdict.SAME));
        LevelLine few = birth(propose(), EACH_NEARLY);
        pairs.subList(2, pairs.size()).forEach(pair -> keep(pair, Verdict.SAME));
        int proposed = propose();
        LevelLine many = birth(proposed, EACH_NEARLY);

        assertThat(few.ifSame()).isCloseTo(before.ifSame(), within(0.03));
        // Other tests' verdicts stand in the same database and say something else: how far it moves is not all ours.
        assertThat(many.ifSame()).isGreaterThan(before.ifSame() + 0.05);
        assertThat(many.steps()).isGreaterThan(before.steps() + 1);
        assertThat(many.same()).isGreaterThanOrEqualTo(pairs.size());
        assertThat(birth(proposed, SAME_DAY).ifSame())
                .isLessThan(birth(proposed, SAME_DAY).ifSameNow());
        assertThat(in(manager, () -> models.compared(proposed)).stream()
                        .map(Models.Respect::label)
                        .toList())
                .doesNotContain("Sex", "Ethnicity", "Religion", "Nationality");
    }

    @Test
    void whoIsClosedIsInNoNumber() {
        List<Pair> pairs = pairs(ODD, 0.8);
        Pair closed = pairs.getFirst();
        pairs.forEach(pair -> keep(pair, Verdict.SAME));
        Version before = version(propose());
        int banded = recent(1).judged();

        planted.seal(closed.oneId(), manager);
        Version after = version(propose());

        assertThat(before.same() - after.same()).isEqualTo(PEOPLE - 1);
        assertThat(banded - recent(1).judged()).isEqualTo(PEOPLE - 1);
        assertThat(in(ModelJob.ACTOR, () -> queries.pair(closed.id()))).isEmpty();
        assertThat(in(manager, () -> queries.pair(closed.id()))).isPresent();
    }

    @Test
    void whatWasSaidOfTwoRecordsThatWereMergedCountsOn() throws Exception {
        UUID[] two = planted.twice(worker);
        compareAll();
        Pair pair = pairOf(two[0], two[1]);
        int before = version(propose()).same();
        keep(pair, Verdict.SAME);
        UUID merge = in(worker, () -> merges.propose(two[0], two[1], "They are one person for sure."));
        answer(manager, post("/merges/" + merge + "/confirm").with(csrf()).param("version", "0"));
        compareAll();

        assertThat(version(propose()).same()).isEqualTo(before + 1);
    }

    @Test
    void whatIsPutInUseWeighsEverybodyFromThenOnAndSaysSo() {
        UUID[] two = planted.twice(worker);
        compareAll();
        Comparing.Alike before = between(two);
        String thresholds = in(worker, comparing::thresholds);
        pairs(ODD, 0.9).forEach(pair -> keep(pair, Verdict.SAME));
        long said = verdictsKept();
        int no = propose();
        assertThat(between(two).why().weighed()).isEqualTo("by what is usual");

        use(manager, no);

        Comparing.Alike after = between(two);
        assertThat(after.why().weighed()).startsWith("by model " + no + " of ");
        assertThat(after.bits()).isNotEqualTo(before.bits());
        assertThat(after.why().sum()).isCloseTo(after.bits(), within(1e-6));
        assertThat(in(worker, comparing::thresholds)).isNotEqualTo(thresholds);
        compareAll();
        assertThat(pairOf(two[0], two[1]).bits()).isCloseTo(after.bits(), within(1e-6));
        assertThat(verdictsKept()).isEqualTo(said);
        use(manager, 0);
        assertThat(between(two).bits()).isCloseTo(before.bits(), within(1e-6));
        assertThat(in(manager, models::uses))
                .extracting(Models.Use::modelNo, Models.Use::why, Models.Use::createdBy)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple(null, WHY, manager.id()),
                        org.assertj.core.groups.Tuple.tuple(no, WHY, manager.id()));
        assertThat(audited(manager)).contains("model " + no, "what is usual");
    }

    @Test
    void twoAtOnceDoNotOverwriteEachOtherAndSentTwiceItIsKeptOnce() {
        int no = propose();
        TestPerson other = colleagues.frontDoorManager();
        int seen = seen();
        manager.actor().run(() -> models.use(no, WHY, seen));

        manager.actor().run(() -> models.use(no, WHY, seen));
        assertThatThrownBy(() -> other.actor().run(() -> models.use(0, WHY, seen)))
                .isInstanceOf(StaleVersion.class);

        assertThat(seen()).isEqualTo(seen + 1);
        assertThat(in(manager, models::inUse).no()).isEqualTo(no);
    }

    @Test
    void onlyTheJobProposesAndOnlyWhoMayMergePutsInUse() {
        int no = propose();
        int seen = seen();

        assertThatThrownBy(() -> worker.actor().run(() -> models.use(no, WHY, seen)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> worker.actor().run(models::ask)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> manager.actor().run(() -> models.use(no, "Because", seen)))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> in(manager, () -> sql.sql("""
                        insert into people.model (no, same, not_same, found, drawn, people, asks, chances, effect,
                          created_by, created_at)
                        select 1000000, 0, 0, 0, 0, 0, 0, m.chances, m.effect, m.created_by, m.created_at
                        from people.model m limit 1
                        """).update()))
                .hasStackTraceContaining("row-level security");
        for (String change : List.of(
                "update people.model set same = 0",
                "delete from people.model",
                "update people.model_use set why = 'something else'",
                "delete from people.model_use")) {
            assertThatThrownBy(() -> in(manager, () -> sql.sql(change).update()))
                    .as(change)
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(seen()).isEqualTo(seen);
    }

    @Test
    void theJobProposesWhenAskedAndOtherwiseOnlyOnceAWeek() {
        propose();
        int last = version(null).no();

        ModelJob.ACTOR.run(job::run);
        assertThat(version(null).no()).isEqualTo(last);
        manager.actor().run(models::ask);
        ModelJob.ACTOR.run(job::run);

        assertThat(version(null).no()).isEqualTo(last + 1);
    }

    @Test
    void thePageShowsHowWellItDoesWhatWouldChangeAndWhoPutWhatInUse() throws Exception {
        List<Pair> pairs = pairs(ODD, 0.95);
        pairs.subList(0, 30).forEach(pair -> keep(pair, Verdict.NOT_SAME));
        int no = propose();

        Document page = read("/duplicates/model");

        assertThat(page.select("#drifts").text())
                .contains("in the band “90 to 99%”")
                .contains("it claims too much there");
        assertThat(page.select("tr:has(th:contains(90 to 99%))").eachText().getFirst())
                .doesNotContain("fewer than 5");
        assertThat(page.select("tr:has(th:contains(50 to 75%))").eachText().getLast())
                .contains("fewer than 5");
        assertThat(page.select("h2#model").text()).startsWith("Model %d of ".formatted(no));
        assertThat(page.select("#effect ~ p").text())
                .contains("pairs on the list")
                .contains("would go");
        assertThat(page.select("summary").eachText()).anyMatch(text -> text.startsWith("Birth date: "));
        assertThat(read("/duplicates").select("a[href='/duplicates/model']")).hasSize(1);
        MockHttpServletResponse none = send(manager, no, seen(), "");
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(none.getContentAsString())
                        .select(".govuk-error-summary")
                        .text())
                .contains("Say why");

        String to = String.valueOf(send(manager, no, seen(), WHY).getRedirectedUrl());

        Document used = read(to);
        assertThat(used.select(".govuk-notification-banner--success").text())
                .contains("people are weighed by model " + no);
        assertThat(used.select("h2#model").text()).endsWith("In use");
        assertThat(used.select("#history + ol li").eachText().getFirst())
                .contains("Model " + no)
                .contains(WHY)
                .contains(manager.name());
        assertThat(send(manager, no, seen() - 1, "Another reason altogether.").getStatus())
                .isEqualTo(409);
        assertThat(answer(manager, get("/duplicates/model").param("model", "1000000"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whoMayNotMergeSeesNoneOfIt() throws Exception {
        assertThat(answer(worker, get("/duplicates/model")).getStatus()).isEqualTo(403);
        assertThat(send(worker, 0, 0, WHY).getStatus()).isEqualTo(403);
        assertThat(answer(worker, post("/duplicates/model/estimate").with(csrf()))
                        .getStatus())
                .isEqualTo(403);
        assertThat(Jsoup.parse(answer(worker, get("/duplicates")).getContentAsString())
                        .select("a[href='/duplicates/model']"))
                .isEmpty();
    }

    /** Everybody of ten with everybody else, weighed as the test says and too little to be learnt from before they are judged. */
    private List<Pair> pairs(String levels, double chance) {
        List<UUID> ten = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            ten.add(planted.once(worker, Planted.somebody()));
        }
        compareAll();
        List<Weighed> weighed = new ArrayList<>();
        for (int one = 0; one < PEOPLE; one++) {
            for (int other = one + 1; other < PEOPLE; other++) {
                weighed.add(new Weighed(
                        Two.of(ten.get(one), ten.get(other)), 4, chance, Strength.WEAK, "weighed by the test", levels));
            }
        }
        in(CompareJob.ACTOR, () -> {
            store.keep(weighed);
            return true;
        });
        return weighed.stream()
                .map(each -> pairOf(each.two().one(), each.two().other()))
                .toList();
    }

    private void keep(Pair pair, Verdict verdict) {
        worker.actor().run(() -> verdicts.keep(pair.id(), pair.version(), verdict, "Known to us."));
    }

    private int propose() {
        manager.actor().run(models::ask);
        ModelJob.ACTOR.run(job::run);
        return version(null).no();
    }

    private Version version(@Nullable Integer no) {
        return in(manager, () -> models.version(no)).orElseThrow();
    }

    private LevelLine birth(int no, int level) {
        return in(manager, () -> models.compared(no)).get(BIRTH).levels().get(level);
    }

    private Drift.Band recent(int band) {
        return in(manager, judged::drift).recent().get(band);
    }

    private void use(TestPerson who, int no) {
        int seen = seen();
        who.actor().run(() -> models.use(no, WHY, seen));
    }

    private int seen() {
        List<Models.Use> uses = in(manager, models::uses);
        return uses.isEmpty() ? 0 : uses.getFirst().no();
    }

    private Comparing.Alike between(UUID[] two) {
        return in(worker, () -> comparing.between(two[0], two[1])).orElseThrow();
    }

    private Pair pairOf(UUID one, UUID other) {
        Two two = Two.of(one, other);
        return in(
                        worker,
                        () -> sql.sql("""
                                select p.id from duplicates.pair p where p.one_id = :one and p.other_id = :other
                                """)
                                .param("one", two.one())
                                .param("other", two.other())
                                .query(UUID.class)
                                .optional()
                                .flatMap(queries::pair))
                .orElseThrow();
    }

    private long verdictsKept() {
        return in(
                CompareJob.ACTOR,
                () -> sql.sql("select count(*) from duplicates.verdict")
                        .query(Long.class)
                        .single());
    }

    private List<String> audited(TestPerson who) {
        return in(
                who,
                () -> sql.sql(
                                "select a.detail from audit.act a where a.actor = :me and a.kind = 'model' and a.action = 'decide'")
                        .param("me", who.id())
                        .query(String.class)
                        .list());
    }

    private void compareAll() {
        CompareJob.ACTOR.run(() -> {
            while (compareJob.listSome() || compareJob.compareSome() > 0) {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
        });
    }

    private MockHttpServletResponse send(TestPerson who, int model, int version, String why) throws Exception {
        return answer(
                who,
                post("/duplicates/model")
                        .with(csrf())
                        .param("model", String.valueOf(model))
                        .param("version", String.valueOf(version))
                        .param("why", why));
    }

    private Document read(String address) throws Exception {
        MockHttpServletResponse answer = answer(manager, get(address));
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse answer(TestPerson who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(who.signedIn())).andReturn().getResponse();
    }

    private <T> T in(TestPerson who, Supplier<T> work) {
        return in(who.actor(), work);
    }

    private <T> T in(uk.sightline.platform.Actor actor, Supplier<T> work) {
        return actor.call(() -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }
}
