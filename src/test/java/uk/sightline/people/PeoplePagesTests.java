package uk.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
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
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonFlag;
import uk.sightline.people.Fact.PersonName;

@SightlineTest
class PeoplePagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    private TestPerson worker;

    @BeforeEach
    void aFrontDoorWorker() {
        worker = colleagues.frontDoorWorker();
    }

    @Test
    void theSearchFindsByASpellingThatIsOnlyAlikeAndSaysWhy() throws Exception {
        UUID id = make("Khadijah", "Wetherbottom");

        Document page = search(worker, "kadija wetherbotom 14/3/12");

        assertThat(page.select("#found ~ ol a").attr("href")).isEqualTo("/people/" + id);
        assertThat(page.select(".sightline-hit").text())
                .contains("same birth date")
                .contains("14");
    }

    @Test
    void whatWasLookedForIsInTheAuditAndInNoAddress() throws Exception {
        search(worker, "Peregrine Auditable");

        List<String> details = in(worker, """
                select a.detail from audit.act a where a.actor = :me and a.action = 'search'
                """);
        assertThat(details).containsExactly("Peregrine Auditable");
    }

    @Test
    void nobodyFoundAndNobodyWhoMayBeShownLookTheSame() throws Exception {
        make("Sigismund", "Kestrelwood");
        TestPerson stranger = colleagues.socialWorker();

        Document hidden = search(stranger, "Sigismund Kestrelwood");
        Document absent = search(stranger, "Sigismund Kestrelwoot");

        assertThat(withoutWhatWasTyped(hidden)).isEqualTo(withoutWhatWasTyped(absent));
    }

    @Test
    void aProtectedAddressIsOnThePageAndNotOnPaper() throws Exception {
        UUID id = make("Philippa", "Hedgerowe");
        in(
                worker,
                () -> people.add(
                        id, new PersonAddress("home", "9 Invented Row", null, null, true, null, null), "Test"));

        Document page = get(worker, "/people/" + id);

        assertThat(page.select("#address li:contains(9 Invented Row)")).isNotEmpty();
        assertThat(page.select("li:contains(9 Invented Row), tr:contains(9 Invented Row)"))
                .allMatch(line -> line.hasClass("sightline-screen-only"));
    }

    @Test
    void thePageOfAPersonShowsWhatIsKnownAndWhatIsNot() throws Exception {
        UUID id = make("Ambrose", "Larkspurden");
        in(
                worker,
                () -> people.add(
                        id,
                        new PersonFlag("do-not-contact-home", "Ring the school instead.", LocalDate.of(2027, 2, 1)),
                        "Mother"));

        Document page = get(worker, "/people/" + id);

        assertThat(page.select(".sightline-person").text())
                .contains("Ambrose Larkspurden")
                .contains("14 March 2012");
        assertThat(page.select(".govuk-warning-text").text())
                .contains("Do not contact at home: Ring the school instead.");
        assertThat(page.text()).contains("Not known yet").contains("NHS number · where they live");
        assertThat(page.select("#chronology tbody tr").size()).isEqualTo(3);
        assertThat(page.select("#chronology tbody td").eachText()).startsWith("10 Nov 2026");
    }

    @Test
    void aRecordThatIsHiddenAndOneThatIsNotThereAnswerAlike() throws Exception {
        UUID id = make("Hortensia", "Milldenham");
        TestPerson stranger = colleagues.socialWorker();

        var hidden = answer(stranger, MockMvcRequestBuilders.get("/people/" + id));
        var absent = answer(stranger, MockMvcRequestBuilders.get("/people/" + UUID.randomUUID()));

        assertThat(hidden.getStatus()).isEqualTo(404).isEqualTo(absent.getStatus());
        assertThat(Jsoup.parse(hidden.getContentAsString()).select("main").html())
                .isEqualTo(
                        Jsoup.parse(absent.getContentAsString()).select("main").html());
    }

    @Test
    void aNewRecordShowsWhoMayBeTheSameBeforeItIsMade() throws Exception {
        UUID id = make("Cordelia", "Thistlegate");
        var form = newPerson("Cordelia", "Thistelgate", "14 March 2012");

        Document asked = Jsoup.parse(answer(worker, form).getContentAsString());
        MockHttpServletResponse made = answer(
                worker, newPerson("Cordelia", "Thistelgate", "14 March 2012").param("none", "yes"));

        assertThat(asked.select("#alike").text()).isEqualTo("Is it one of these?");
        assertThat(asked.select(".sightline-hit a").attr("href")).isEqualTo("/people/" + id);
        assertThat(asked.select("#given").val()).isEqualTo("Cordelia");
        assertThat(made.getRedirectedUrl()).startsWith("/people/").isNotEqualTo("/people/" + id);
    }

    @Test
    void aFormThatIsWrongKeepsEverythingThatWasTyped() throws Exception {
        Document page = Jsoup.parse(
                answer(worker, newPerson("Ignatius", "Fallowmere", "31 2 2012").param("nhs", "999 123 4567"))
                        .getContentAsString());

        assertThat(page.select(".govuk-error-summary li").eachText())
                .anyMatch(text -> text.contains("February 2012 has 29 days"))
                .anyMatch(text -> text.contains("NHS number"));
        assertThat(page.select("#born").val()).isEqualTo("31 2 2012");
        assertThat(page.select("#nhs").val()).isEqualTo("999 123 4567");
    }

    @Test
    void aPasteOfAMegabyteIsRefusedWithTheLimitAndKept() throws Exception {
        String paste = "x".repeat(1_000_000);

        MockHttpServletResponse answer = answer(worker, newPerson(paste, "Longname", "2012"));
        Document search = search(worker, paste);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("must be 100 characters or fewer. You entered 1,000,000");
        assertThat(Jsoup.parse(answer.getContentAsString()).select("#given").val())
                .hasSize(1_000_000);
        assertThat(search.select(".govuk-error-summary").text()).contains("Search for 300 characters or fewer");
    }

    @Test
    void scriptAndSqlAndControlCharactersAreOnlyText() throws Exception {
        String hostile = "<script>alert(1)</script>' or 1=1; drop table people.person;--\u0000\u202E\uD800";
        var made = answer(worker, newPerson(hostile, "O'Neill-محمد", "about 14").param("none", "yes"));

        Document page = get(worker, String.valueOf(made.getRedirectedUrl()));

        assertThat(page.select("main script")).isEmpty();
        assertThat(page.select(".sightline-person").text())
                .contains("<script>alert(1)</script>' or 1=1; drop table people.person;-- O'Neill-محمد")
                .doesNotContain("\u202E");
        assertThat(search(worker, hostile).select("h1").text()).isEqualTo("Find a person");
    }

    @Test
    void aFactIsAddedEndedAndStruckThroughAndNothingIsLost() throws Exception {
        UUID id = make("Leopold", "Quillhaven");
        String add = "/people/" + id + "/add/name";
        answer(
                worker,
                MockForm.to(add)
                        .param("code", "known-as")
                        .param("full", "Marmaduke Vexington")
                        .param("source", "Himself"));
        UUID fact = factNamed(id, "Marmaduke Vexington");

        var ended = answer(
                worker,
                MockForm.to("/people/" + id + "/change/name/" + fact)
                        .param("version", "0")
                        .param("how", "wrong")
                        .param("why", "Another boy's name"));
        Document page = get(worker, "/people/" + id);

        assertThat(ended.getRedirectedUrl()).isEqualTo("/people/" + id + "#name");
        assertThat(page.select("#name s").text()).isEqualTo("Marmaduke Vexington");
        assertThat(page.select("#name").text()).contains("Struck through: Another boy's name");
        assertThat(search(worker, "Marmaduke Vexington").select("#found ~ ol a").eachAttr("href"))
                .doesNotContain("/people/" + id);
    }

    @Test
    void twoPeopleWhoChangeTheSameRecordSeeBothVersions() throws Exception {
        UUID id = make("Rosalind", "Pembertonia");
        String address = "/people/" + id + "/about";
        answer(worker, about(address, "Ms").param("version", "0"));

        MockHttpServletResponse second = answer(worker, about(address, "Zie").param("version", "0"));
        Document page = Jsoup.parse(second.getContentAsString());

        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(page.select("main table").text()).contains("Pronouns Ms Zie");
        assertThat(page.select("#pronouns").val()).isEqualTo("Zie");
        assertThat(page.select("input[name=version]").val()).isEqualTo("1");
    }

    @Test
    void aFormForARecordThatIsHiddenIsNotThere() throws Exception {
        UUID id = make("Barnaby", "Underwoodley");
        TestPerson stranger = colleagues.socialWorker();

        assertThat(answer(
                                stranger,
                                MockForm.to("/people/" + id + "/add/name")
                                        .param("code", "alias")
                                        .param("full", "X")
                                        .param("source", "Y"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(stranger, about("/people/" + id + "/about", "x").param("version", "0"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theChronologyIsNarrowedWithoutNamesInTheAddress() throws Exception {
        UUID id = make("Wilhelmina", "Ostlerfield");
        in(
                worker,
                () -> people.add(
                        id, new PersonName("alias", "Minnie", null, null, null, null), "Grandmother Ostlerfield"));
        Document whole = get(worker, "/people/" + id);
        String key = whole.select("#source option:contains(Grandmother)").val();

        Document narrowed = get(worker, "/people/" + id + "?source=" + key);

        assertThat(narrowed.select("#chronology tbody tr")).hasSize(1);
        assertThat(key).doesNotContainIgnoringCase("ostler");
    }

    private MockHttpServletRequestBuilder newPerson(String given, String family, String born) {
        return MockForm.to("/people/new")
                .param("given", given)
                .param("family", family)
                .param("born", born)
                .param("source", "Test");
    }

    private MockHttpServletRequestBuilder about(String address, String pronouns) {
        return MockForm.to(address)
                .param("born", "14 March 2012")
                .param("pronouns", pronouns)
                .param("why", "She said so");
    }

    private static String withoutWhatWasTyped(Document page) {
        page.select("input").remove();
        return page.select("main").html();
    }

    private UUID make(String given, String family) {
        return worker.actor()
                .call(() ->
                        people.create(NewPerson.named(given, family, BirthDate.on(LocalDate.of(2012, 3, 14)), "Test")));
    }

    private UUID factNamed(UUID person, String title) {
        return worker.actor()
                .call(() -> java.util.Objects.requireNonNull(transactions.execute(status -> sql.sql(
                                "select f.id from people.fact f where f.person_id = :person and f.title = :title")
                        .param("person", person)
                        .param("title", title)
                        .query(UUID.class)
                        .single())));
    }

    private List<String> in(TestPerson actor, String statement) {
        return actor.actor()
                .call(() -> java.util.Objects.requireNonNull(transactions.execute(status -> sql.sql(statement)
                        .param("me", actor.id())
                        .query(String.class)
                        .list())));
    }

    private void in(TestPerson actor, Runnable work) {
        actor.actor().run(work);
    }

    private Document search(TestPerson actor, String typed) throws Exception {
        return Jsoup.parse(
                answer(actor, MockForm.to("/people").param("q", typed)).getContentAsString());
    }

    private Document get(TestPerson actor, String address) throws Exception {
        MockHttpServletResponse answer = answer(actor, MockMvcRequestBuilders.get(address));
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse answer(TestPerson actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(actor.signedIn())).andReturn().getResponse();
    }
}
