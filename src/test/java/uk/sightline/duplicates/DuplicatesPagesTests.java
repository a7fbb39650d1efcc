package uk.sightline.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
import uk.sightline.duplicates.Planted.Somebody;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.identity.TestNumbers;
import uk.sightline.merges.Merges;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.People;

/** The list of pairs and the page of one, as they answer. */
@SightlineTest
class DuplicatesPagesTests {

    private static final Map<String, String> COUSINS =
            Map.of("verdict", "not-same", "reason-not-same", "siblings", "words", "Two girls.");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CompareJob job;

    @Autowired
    private People people;

    @Autowired
    private Merges merges;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    private Planted planted;
    private TestPerson worker;
    private Somebody who;
    private UUID one;
    private UUID other;
    private UUID pair;

    @BeforeEach
    void somebodyIsOnRecordTwice() {
        planted = new Planted(people, sql, transactions);
        worker = colleagues.frontDoorWorker();
        who = Planted.somebody();
        one = planted.once(worker, who);
        other = planted.once(worker, who);
        pair = pairOf(one, other);
    }

    @Test
    void theListShowsBothWhyAndHowMuch() throws Exception {
        String address = "/duplicates";
        Document page = read(worker, address);
        while (page.select("a[href='/duplicates/" + pair + "']").isEmpty()) {
            address = page.select("a[rel=next]").attr("href");
            page = read(worker, address);
        }

        assertThat(page.select("tr:has(a[href='/duplicates/" + pair + "'])").text())
                .contains(who.name() + " and " + who.name())
                .contains("Strong match")
                .contains("same birth date")
                .contains("to 1 for")
                .contains("Nothing yet");
        assertThat(page.select("#progress").text()).contains("compared");
    }

    @Test
    void bothRecordsStandSideBySideAndWhatDiffersSaysSo() throws Exception {
        String nhs = TestNumbers.nhs();
        worker.actor().run(() -> {
            people.add(one, address("14 Invented Row"), "Mother");
            people.add(other, address("2 Other Street"), "School");
            people.add(one, new PersonIdentifier(IdentifierScheme.NHS_NUMBER, nhs, IdentifierStatus.TRACED), "GP");
        });

        Document page = read(worker, "/duplicates/" + pair);

        assertThat(row(page, "Names")).endsWith("= The same");
        assertThat(row(page, "Date of birth")).endsWith("= The same");
        assertThat(row(page, "Addresses"))
                .contains("14 Invented Row")
                .contains("2 Other Street")
                .endsWith("≠ Different");
        assertThat(row(page, "Identifiers")).contains("Not recorded").endsWith("Only one says");
        assertThat(row(page, "Who works with them")).contains("Not recorded");
        assertThat(row(page, "What happened last")).contains("Home: 14 Invented Row");
        assertThat(page.select(".sightline-why").text()).contains("Birth date").contains("the same");
        assertThat(page.select("#sides th a").eachAttr("href"))
                .containsExactlyInAnyOrder("/people/" + one, "/people/" + other);
    }

    @Test
    void thatBothWereLookedAtIsInTheLog() throws Exception {
        read(worker, "/duplicates/" + pair);

        assertThat(views(one)).isEqualTo(1);
        assertThat(views(other)).isEqualTo(1);
    }

    @Test
    void aVerdictNeedsAReasonUnlessNobodyIsSure() throws Exception {
        MockHttpServletResponse none = judge(worker, 0, Map.of());
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(errors(none)).contains("Choose whether they are the same person");
        MockHttpServletResponse same = judge(worker, 0, Map.of("verdict", "same"));
        assertThat(errors(same)).contains("Say why: choose a reason or write one");
        MockHttpServletResponse others = judge(worker, 0, Map.of("verdict", "same", "reason-same", "siblings"));
        assertThat(errors(others)).contains("Say why");

        MockHttpServletResponse unsure = judge(worker, 0, Map.of("verdict", "unsure"));

        assertThat(unsure.getStatus()).isEqualTo(302);
        assertThat(read(worker, "/duplicates/" + pair)
                        .select("section:has(#said)")
                        .text())
                .contains("Unsure")
                .contains(worker.name());
    }

    @Test
    void afterAVerdictTheNextPairIsShown() throws Exception {
        UUID[] another = planted.twice(worker);
        UUID next = pairOf(another[0], another[1]);

        String to = String.valueOf(judge(worker, 0, COUSINS).getRedirectedUrl());

        assertThat(to).startsWith("/duplicates/").endsWith("kept=" + pair).doesNotContain("/" + pair);
        Document page = read(worker, to);
        assertThat(page.select(".govuk-notification-banner--success").text()).contains("Saved: not the same person.");
        assertThat(page.select("a[href='/duplicates/" + pair + "']").text()).contains("pair before");
        assertThat(read(worker, "/duplicates/" + pair)
                        .select("section:has(#said)")
                        .text())
                .contains("Brothers, sisters or twins. Two girls.");
        assertThat(read(worker, "/duplicates/" + next).select("h1").text()).isEqualTo("Same person?");
    }

    @Test
    void anotherClerksVerdictIsShownAndNotOverwritten() throws Exception {
        TestPerson first = colleagues.frontDoorManager();
        judge(first, 0, Map.of("verdict", "same", "reason-same", "typed-twice"));

        MockHttpServletResponse late = judge(worker, 0, COUSINS);

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(errors(late))
                .contains(first.name() + " decided “Same person” on")
                .contains("Nothing was overwritten");
        Document page = Jsoup.parse(late.getContentAsString());
        assertThat(page.select("input[name=words]").val()).isEqualTo("Two girls.");
        assertThat(page.select("input[value=not-same]").hasAttr("checked")).isTrue();
        assertThat(page.select("section:has(#said) li").size()).isEqualTo(1);
        assertThat(page.select("input[name=version]").val()).isEqualTo("1");
    }

    @Test
    void sentTwiceItLeadsToTheNextAndIsKeptOnce() throws Exception {
        judge(worker, 0, COUSINS);

        assertThat(judge(worker, 0, COUSINS).getStatus()).isEqualTo(302);

        assertThat(read(worker, "/duplicates/" + pair)
                        .select("section:has(#said) li")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theSamePersonIsProposedToBeMergedAndTheVerdictStandsWhereARuleForbidsIt() throws Exception {
        String to = String.valueOf(judge(worker, 0, Map.of("verdict", "same", "reason-same", "asked"))
                .getRedirectedUrl());

        assertThat(read(worker, to)
                        .select(".govuk-notification-banner--success")
                        .text())
                .contains("Saved: same person. Their merge is proposed");
        String merge = read(worker, "/duplicates/" + pair)
                .select("a:contains(The merge of these two records)")
                .attr("href");
        assertThat(read(worker, merge).text()).contains("Found to be the same person: Asked the family");

        UUID[] conflicting = planted.twice(worker);
        for (UUID each : conflicting) {
            worker.actor()
                    .run(() -> people.add(
                            each,
                            new PersonIdentifier(
                                    IdentifierScheme.NHS_NUMBER, TestNumbers.nhs(), IdentifierStatus.VERIFIED),
                            "GP"));
        }
        pair = pairOf(conflicting[0], conflicting[1]);
        judge(worker, 0, Map.of("verdict", "same", "reason-same", "asked"));

        Document page = read(worker, "/duplicates/" + pair);
        assertThat(page.select("section:has(#said)").text()).contains("Same person");
        assertThat(page.select("a:contains(Propose to merge them)").attr("href"))
                .startsWith("/merges/new/");
    }

    @Test
    void aRecordThatWasGivenUpIsInNoListAndComesBackWithAllThatWasSaid() throws Exception {
        UUID third = planted.once(worker, who);
        UUID withThird = pairOf(one, third);
        judge(worker, 0, Map.of("verdict", "same", "reason-same", "asked"));
        pair = withThird;
        judge(worker, 0, COUSINS);
        UUID merge = worker.actor().call(() -> merges.open(one, other).orElseThrow());
        TestPerson manager = colleagues.frontDoorManager();
        answer(manager, post("/merges/" + merge + "/confirm").with(csrf()).param("version", "0"));
        PairStore.Two two = PairStore.Two.of(one, other);
        compareAll();

        assertThat(answer(worker, get("/duplicates/" + pairWith(two))).getRedirectedUrl())
                .isEqualTo("/merges/" + merge);
        assertThat(standing(two)).isFalse();

        answer(
                manager,
                post("/merges/" + merge + "/undo")
                        .with(csrf())
                        .param("version", "1")
                        .param("why", "They are two girls after all."));
        compareAll();

        assertThat(standing(two)).isTrue();
        Document page = read(worker, "/duplicates/" + pairWith(two));
        assertThat(page.select("section:has(#said)").text()).contains("Same person");
        assertThat(page.select("a:contains(Propose to merge them)")).hasSize(1);
    }

    @Test
    void theOthersThatAreLikeOneOfTheTwoAreNamed() throws Exception {
        UUID third = planted.once(worker, who);
        List<String> withThird = List.of("/duplicates/" + pairOf(one, third), "/duplicates/" + pairOf(other, third));

        Document page = read(worker, "/duplicates/" + pair);

        assertThat(page.select("section:has(#others) a").eachAttr("href"))
                .hasSize(1)
                .isSubsetOf(withThird);
        TestPerson manager = colleagues.frontDoorManager();
        planted.seal(third, manager);
        assertThat(read(worker, "/duplicates/" + pair).select("section:has(#others)"))
                .isEmpty();
    }

    @Test
    void aPairThatIsHiddenAndOneThatIsNotThereAnswerAlike() throws Exception {
        planted.seal(other, colleagues.frontDoorManager());

        MockHttpServletResponse hidden = answer(worker, get("/duplicates/" + pair));
        MockHttpServletResponse absent = answer(worker, get("/duplicates/" + UUID.randomUUID()));

        assertThat(hidden.getStatus()).isEqualTo(404).isEqualTo(absent.getStatus());
        assertThat(Jsoup.parse(hidden.getContentAsString()).select("main").html())
                .isEqualTo(
                        Jsoup.parse(absent.getContentAsString()).select("main").html());
        assertThat(judge(worker, 0, COUSINS).getStatus()).isEqualTo(404);
    }

    @Test
    void whoMayNeitherMakeNorChangePeopleIsRefused() throws Exception {
        assertThat(answer(colleagues.administrator(), get("/duplicates")).getStatus())
                .isEqualTo(403);
    }

    private static PersonAddress address(String lines) {
        return new PersonAddress("home", lines, "BD5 0AA", null, false, null, null);
    }

    private boolean standing(PairStore.Two two) {
        return worker.actor()
                .call(() -> Objects.requireNonNull(transactions.execute(status -> sql.sql(
                                "select p.stands from duplicates.pair p where p.one_id = :one and p.other_id = :other")
                        .param("one", two.one())
                        .param("other", two.other())
                        .query(Boolean.class)
                        .single())));
    }

    private void compareAll() {
        CompareJob.ACTOR.run(() -> {
            while (job.listSome() || job.compareSome() > 0) {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
        });
    }

    private UUID pairOf(UUID first, UUID second) {
        compareAll();
        return pairWith(PairStore.Two.of(first, second));
    }

    private UUID pairWith(PairStore.Two two) {
        return worker.actor()
                .call(() -> Objects.requireNonNull(transactions.execute(status -> sql.sql(
                                "select p.id from duplicates.pair p where p.one_id = :one and p.other_id = :other")
                        .param("one", two.one())
                        .param("other", two.other())
                        .query(UUID.class)
                        .single())));
    }

    private long views(UUID person) {
        return worker.actor()
                .call(() -> Objects.requireNonNull(transactions.execute(status -> sql.sql(
                                "select count(*) from audit.act a where a.record = :id and a.actor = :me and a.action = 'view'")
                        .param("id", person)
                        .param("me", worker.id())
                        .query(Long.class)
                        .single())));
    }

    private static String row(Document page, String label) {
        return page.select("#sides tbody tr").stream()
                .filter(row -> row.select("th").text().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        label + " in " + page.select("#sides th").eachText()))
                .text();
    }

    private static String errors(MockHttpServletResponse answer) throws Exception {
        return Jsoup.parse(answer.getContentAsString())
                .select(".govuk-error-summary")
                .text();
    }

    private MockHttpServletResponse judge(TestPerson clerk, int version, Map<String, String> typed) throws Exception {
        MockHttpServletRequestBuilder form =
                post("/duplicates/" + pair).with(csrf()).param("version", String.valueOf(version));
        typed.forEach(form::param);
        return answer(clerk, form);
    }

    private Document read(TestPerson actor, String address) throws Exception {
        MockHttpServletResponse answer = answer(actor, get(address));
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse answer(TestPerson actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(actor.signedIn())).andReturn().getResponse();
    }
}
