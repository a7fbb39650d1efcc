package uk.sightline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.Hostile;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;

@SightlineTest
@Import(CasesAtWork.class)
class CasesPagesTests {

    private static final String WHY = "He no longer comes; her mother says so.";

    private static final String LOOKS = """
            select a.kind from audit.act a where a.actor = :me and a.action = 'view' order by a.kind
            """;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CasesAtWork work;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private TestTime.Settable time;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    private TestPerson manager;
    private TestPerson nurse;
    private UUID person;

    @BeforeEach
    void somebodyOpenToTheHub() {
        manager = work.hubManager();
        nurse = work.nurseOfTheHub();
        person = work.person("Seraphina", "Pagely");
        work.decide(manager, person, Map.of("CSE", "MODERATE"));
        time.advance(Duration.ofDays(14));
        work.decide(manager, person, Map.of("CSE", "HIGH", "ONLINE", "LOW"));
    }

    @Test
    void thePageShowsEachStrandAsAPictureAndTheSameInWords() throws Exception {
        Document page = page(nurse, "");

        assertThat(page.select("h1").text()).isEqualTo("Exploitation");
        assertThat(page.select("main > p").text()).contains("Overall level: High");
        assertThat(page.select(".sightline-levels__strand h3").eachText())
                .containsExactly("Child sexual exploitation", "Online exploitation");
        assertThat(page.select(".sightline-levels__strand > p").eachText().getFirst())
                .isEqualTo("High since 24 November 2026, up from Moderate");
        assertThat(page.select(".sightline-levels__line").attr("d")).isEqualTo("M 8 84 H 328 V 24 H 328");
        assertThat(page.select(".sightline-levels svg[role=img][aria-label]")).hasSize(2);
        assertThat(page.select("table:has(caption:contains(decision)) tbody tr").eachText())
                .hasSize(3)
                .last()
                .asString()
                .contains("Moderate, the first level", manager.name(), "Assessment", CasesAtWork.WHY);
        assertThat(page.select("a[href$=/close], a[href$=/workers]")).isEmpty();
        assertThat(looks(nurse)).containsExactly("identity", "involvement");
    }

    @Test
    void thePersonsPageSaysHowThingsStandToWhoeverMayKnow() throws Exception {
        Document seen = Jsoup.parse(answer(nurse, get("/people/" + person)).getContentAsString());
        Document unseen = Jsoup.parse(
                answer(colleagues.frontDoorWorker(), get("/people/" + person)).getContentAsString());

        assertThat(seen.select("section:has(#exploitation) .govuk-summary-list__row")
                        .eachText())
                .containsExactly(
                        "Overall level High",
                        "Child sexual exploitation High since 24 November 2026, up from Moderate",
                        "Online exploitation Low or emerging since 24 November 2026, the first level",
                        "Lead professional Nobody yet",
                        "Hub co-worker Nobody yet",
                        "History Levels, workers and reasons");
        assertThat(seen.select("section:has(#exploitation) a").attr("href")).isEqualTo("/cases/" + person);
        assertThat(seen.select(".sightline-tabs a:contains(Exploitation)").attr("href"))
                .isEqualTo("/cases/" + person);
        assertThat(unseen.select(".sightline-person").text()).contains("Seraphina Pagely");
        assertThat(unseen.select("#exploitation, a[href^=/cases/]")).isEmpty();
        assertThat(unseen.select("#chronology").text()).doesNotContain("Open to the hub");
    }

    @Test
    void whatIsHiddenAndWhatIsNotThereAnswerAlike() throws Exception {
        UUID unopened = work.person("Silvanus", "Unopened");
        UUID absent = UUID.randomUUID();
        TestPerson frontDoor = colleagues.frontDoorWorker();
        String expected = main(answer(frontDoor, get("/cases/" + absent)));

        for (TestPerson reader : List.of(frontDoor, colleagues.socialWorker(), colleagues.schoolLead("900001"))) {
            for (UUID each : List.of(person, unopened, absent)) {
                MockHttpServletResponse answer = answer(reader, get("/cases/" + each));
                assertThat(answer.getStatus()).isEqualTo(404);
                assertThat(main(answer)).isEqualTo(expected);
            }
        }
    }

    @Test
    void formsAreForWhoeverMayAndSayNothingToOthers() throws Exception {
        for (String form : List.of("/open", "/close", "/workers")) {
            assertThat(answer(nurse, get("/cases/" + person + form)).getStatus())
                    .isEqualTo(403);
        }
        for (String form : List.of("/close", "/workers")) {
            assertThat(answer(manager, get("/cases/" + UUID.randomUUID() + form))
                            .getStatus())
                    .isEqualTo(404);
            assertThat(answer(manager, get("/cases/" + work.person("Sixtus", "Unopened") + form))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void theWorkIsOpenedByHandOnce() throws Exception {
        UUID unopened = work.person("Sidony", "Byhand");
        String address = "/cases/" + unopened + "/open";

        assertThat(page(manager, "/cases/" + unopened, 200).text()).contains("Nothing is open to the hub");
        assertThat(page(manager, address, 200).select("textarea")).hasSize(1);
        MockHttpServletResponse empty = answer(manager, form(address).param("why", "short"));
        MockHttpServletResponse first = answer(manager, form(address).param("why", WHY));
        MockHttpServletResponse second = answer(manager, form(address).param("why", WHY));

        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(empty.getContentAsString()).select(".govuk-error-summary a[href=#why]"))
                .hasSize(1);
        assertThat(first.getRedirectedUrl()).isEqualTo("/cases/" + unopened + "?done=opened");
        assertThat(second.getRedirectedUrl()).isEqualTo(first.getRedirectedUrl());
        assertThat(page(manager, "/cases/" + unopened, 200).select(".sightline-periods li"))
                .hasSize(1);
    }

    @Test
    void theWorkIsClosedWithAReasonAndInWords() throws Exception {
        Document form = page(manager, "/close");
        String version = form.select("[name=version]").val();
        MockHttpServletResponse wrong = answer(
                manager,
                form("/cases/" + person + "/close").param("version", version).param("why", WHY));
        MockHttpServletResponse closed = answer(manager, closing(version));
        MockHttpServletResponse again = answer(manager, closing(version));

        assertThat(wrong.getStatus()).isEqualTo(422);
        Document shown = Jsoup.parse(wrong.getContentAsString());
        assertThat(shown.select(".govuk-error-summary").text()).contains("Choose why the work ends");
        assertThat(shown.select("textarea").text()).isEqualTo(WHY);
        assertThat(closed.getRedirectedUrl()).isEqualTo("/people/" + person);
        assertThat(again.getStatus()).isEqualTo(404);
        assertThat(answer(nurse, get("/cases/" + person)).getStatus()).isEqualTo(404);
    }

    @Test
    void whatWasDecidedWhileTheFormStoodOpenIsShownBeforeAnythingIsClosed() throws Exception {
        String version = page(manager, "/close").select("[name=version]").val();
        work.decide(manager, person, Map.of("ONLINE", "SIGNIFICANT"));

        MockHttpServletResponse stale = answer(manager, closing(version));

        assertThat(stale.getStatus()).isEqualTo(409);
        Document page = Jsoup.parse(stale.getContentAsString());
        assertThat(page.select(".govuk-error-summary").text()).contains("decided while you had this open");
        assertThat(page.select(".govuk-summary-list").text()).contains("Significant since");
        assertThat(page.select("textarea").text()).isEqualTo(WHY);
        assertThat(page.select("input[value=risk-removed]").hasAttr("checked")).isTrue();
    }

    @Test
    void theTwoWorkersAreChosenAmongThoseWhoMay() throws Exception {
        TestPerson social = colleagues.socialWorker();
        Document form = page(manager, "/workers");
        assertThat(form.select("#lead option[value=" + social.id() + "]")).hasSize(1);
        assertThat(form.select(
                        "#lead option[value=" + colleagues.frontDoorWorker().id() + "]"))
                .isEmpty();
        assertThat(form.select("#co-worker option[value=" + social.id() + "]")).isEmpty();
        String hub = form.select("#team option:contains(Exploitation Hub)").val();
        assertThat(page(manager, "/workers?team=" + hub).select("#lead option[value=" + social.id() + "]"))
                .isEmpty();

        MockHttpServletResponse nobody = answer(manager, choosing("lead", "", "0"));
        MockHttpServletResponse saved =
                answer(manager, choosing("lead", social.id().toString(), "0"));
        MockHttpServletResponse twice =
                answer(manager, choosing("lead", social.id().toString(), "0"));
        MockHttpServletResponse stale =
                answer(manager, choosing("lead", colleagues.socialWorker().id().toString(), "0"));

        assertThat(nobody.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(nobody.getContentAsString())
                        .select(".govuk-error-summary a[href=#lead]")
                        .text())
                .isEqualTo("Choose a colleague");
        assertThat(saved.getRedirectedUrl()).isEqualTo("/cases/" + person + "?done=workers");
        assertThat(twice.getRedirectedUrl()).isEqualTo(saved.getRedirectedUrl());
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(page(nurse, "").select("section:has(#workers)").text())
                .contains(social.name(), "Hub co-worker Nobody yet");
    }

    @Test
    void aPlaceIsLeftEmptyWithAReason() throws Exception {
        answer(manager, choosing("co-worker", nurse.id().toString(), "0"));
        String address = "/cases/" + person + "/workers/co-worker/end";

        MockHttpServletResponse wrong = answer(manager, form(address).param("why", ""));
        answer(manager, form(address).param("why", "She is away for a year."));

        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.getContentAsString()).select("details[open] #co-worker-why"))
                .hasSize(1);
        assertThat(page(manager, "").text()).contains("Nobody since 24 November 2026");
        assertThat(answer(
                                manager,
                                form("/cases/" + person + "/workers/other/end").param("why", WHY))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whateverIsTypedIsOnlyText() throws Exception {
        TestPerson social = colleagues.socialWorker();
        for (String typed : Hostile.TYPED) {
            UUID another = work.person("Sempronia", "Hostilely");
            String words = "Because of " + typed;
            answer(manager, form("/cases/" + another + "/open").param("why", words));
            answer(
                    manager,
                    form("/cases/" + another + "/workers/lead")
                            .param("account", social.id().toString())
                            .param("version", "0")
                            .param("reason", words));
            Document page = page(manager, "/cases/" + another, 200);
            assertThat(page.select(Hostile.INJECTED)).isEmpty();
            assertThat(page.select(".sightline-periods").text()).contains("Because of");
            Document persons = page(manager, "/people/" + another, 200);
            assertThat(persons.select(Hostile.INJECTED)).isEmpty();
        }
    }

    private MockHttpServletRequestBuilder closing(String version) {
        return form("/cases/" + person + "/close")
                .param("version", version)
                .param("closure", "risk-removed")
                .param("why", WHY);
    }

    private MockHttpServletRequestBuilder choosing(String role, String account, String version) {
        return form("/cases/" + person + "/workers/" + role)
                .param("account", account)
                .param("reason", "She knows the family well.")
                .param("version", version);
    }

    private static MockHttpServletRequestBuilder form(String address) {
        return post(address).with(csrf());
    }

    private List<String> looks(TestPerson reader) {
        return reader.actor()
                .call(() -> transactions.execute(status -> sql.sql(LOOKS)
                        .param("me", reader.id())
                        .query(String.class)
                        .list()));
    }

    private Document page(TestPerson reader, String rest) throws Exception {
        return page(reader, "/cases/" + person + rest, 200);
    }

    private Document page(TestPerson reader, String address, int status) throws Exception {
        MockHttpServletResponse answer = answer(reader, get(address));
        assertThat(answer.getStatus()).isEqualTo(status);
        return Jsoup.parse(answer.getContentAsString());
    }

    private static String main(MockHttpServletResponse answer) throws Exception {
        return Jsoup.parse(answer.getContentAsString()).select("main").html();
    }

    private MockHttpServletResponse answer(TestPerson actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(actor.signedIn())).andReturn().getResponse();
    }
}
