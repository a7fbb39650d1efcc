package uk.sightline.merges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;

@SightlineTest
class MergePagesTests {

    private static final String WHY = "The school register has her once, with both spellings.";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private TestTime.Settable time;

    private TestPerson worker;
    private TestPerson manager;

    @BeforeEach
    void aWorkerAndAManager() {
        worker = colleagues.frontDoorWorker();
        manager = colleagues.frontDoorManager();
    }

    @Test
    void theOtherRecordIsNamedByItsReferenceAndBothStandSideBySide() throws Exception {
        UUID one = make("Bettina", "Doubleday");
        UUID other = make("Betina", "Doubleday");
        String reference =
                worker.actor().call(() -> people.card(other)).orElseThrow().reference();

        Document asked = html(worker, form("/merges/new/" + one).param("with", "P-0000000"));
        assertThat(asked.select(".govuk-error-summary").text()).contains("There is no record with this reference");
        assertThat(asked.select("#with").val()).isEqualTo("P-0000000");

        String onward = sent(worker, form("/merges/new/" + one).param("with", " " + reference.toLowerCase() + " "));
        Document page = html(worker, get(onward));
        assertThat(page.select("table th[scope=col]").text()).contains("Bettina Doubleday", "Betina Doubleday");
        assertThat(page.select("tr:has(th:containsOwn(Date of birth)) td:last-child")
                        .text())
                .isEqualTo("= The same");
        assertThat(page.select("tr:has(th:containsOwn(Names)) td:last-child").text())
                .isEqualTo("≠ Different");
    }

    @Test
    void aProtectedAddressIsNotForPaper() throws Exception {
        UUID one = make("Felicia", "Doubleday");
        UUID other = make("Felizia", "Doubleday");
        protect(other, "7 Invented Row");

        Document compare = html(worker, get("/merges/new/" + one + "/" + other));
        assertThat(compare.select("li:contains(7 Invented Row)"))
                .isNotEmpty()
                .allMatch(line -> line.hasClass("sightline-screen-only"));

        String merge = sent(worker, form("/merges/new/" + one + "/" + other).param("why", WHY));
        sent(manager, form(merge + "/confirm").param("version", "0"));
        time.advance(Duration.ofDays(1));
        protect(one, "8 Invented Row");
        assertThat(html(manager, get(merge + "/undo")).text())
                .contains("Home: protected: see the record")
                .doesNotContain("8 Invented Row");
    }

    private void protect(UUID person, String lines) {
        worker.actor()
                .run(() -> people.add(
                        person, new PersonAddress("home", lines, "BD1 1AD", null, true, null, null), "Test"));
    }

    @Test
    void aProposalWithoutAReasonKeepsWhatWasTyped() throws Exception {
        UUID one = make("Cosima", "Doubleday");
        UUID other = make("Kosima", "Doubleday");

        Document page = html(worker, form("/merges/new/" + one + "/" + other).param("why", "short"));

        assertThat(page.select("#why").text()).isEqualTo("short");
        assertThat(page.select(".govuk-error-message").text()).contains("Say why, in 10 to 2,000 characters");
    }

    @Test
    void fromTheProposalToTheUndoingByPages() throws Exception {
        UUID one = make("Delphine", "Doubleday");
        UUID other = make("Delfine", "Doubleday");
        String merge = sent(worker, form("/merges/new/" + one + "/" + other).param("why", WHY));
        assertThat(answer(worker, get("/merges/new/" + other + "/" + one)).getRedirectedUrl())
                .isEqualTo(merge);
        assertThat(html(worker, get(merge)).text()).contains("This is your own proposal");

        Document toConfirm = html(manager, get(merge));
        assertThat(toConfirm.select("button").text()).contains("Merge the two records", "These are two people");
        sent(manager, form(merge + "/confirm").param("version", "0"));

        time.advance(Duration.ofDays(1));
        assertThat(answer(worker, get("/people/" + other)).getRedirectedUrl()).isEqualTo("/people/" + one);
        assertThat(html(worker, get("/people/" + one)).text())
                .contains("Merged from")
                .contains("Another record was merged into this one");
        worker.actor()
                .run(() -> people.add(
                        one, new PersonAddress("home", "6 Invented Row", "BD1 1AC", null, false, null, null), "Test"));
        Document undo = html(manager, get(merge + "/undo"));
        String added = undo.select("input[name=other]").getFirst().val();
        assertThat(undo.text()).contains("Home: 6 Invented Row BD1 1AC");
        sent(
                manager,
                form(merge + "/undo")
                        .param("version", "1")
                        .param("other", added)
                        .param("why", "Two pupils of the same school."));

        assertThat(html(worker, get("/people/" + other)).text()).contains("6 Invented Row");
        assertThat(html(worker, get("/people/" + one)).text()).doesNotContain("6 Invented Row");
        Document after = html(manager, get(merge));
        assertThat(after.text())
                .contains("Undone")
                .contains("opened the record")
                .contains("Not yet");

        Document work = html(worker, get("/work"));
        String link = work.select("a[href*=/work/open/correction/]").attr("href");
        String correction = String.valueOf(answer(worker, get(link)).getRedirectedUrl());
        assertThat(html(worker, get(correction)).select("h1").text()).contains("was of two people");
        assertThat(answer(colleagues.frontDoorWorker(), get(correction)).getStatus())
                .isEqualTo(404);
        sent(worker, form(correction).param("version", "0").param("note", "I told the school."));
        assertThat(html(manager, get(merge)).text()).contains("I told the school.");
        assertThat(html(worker, get("/work")).select("a[href='" + link + "']")).isEmpty();
    }

    @Test
    void aDecisionOverAnOldPageIsRefusedAndNothingIsChanged() throws Exception {
        UUID one = make("Eulalia", "Doubleday");
        UUID other = make("Eulalie", "Doubleday");
        String merge = sent(worker, form("/merges/new/" + one + "/" + other).param("why", WHY));
        sent(
                worker,
                form(merge + "/change")
                        .param("version", "0")
                        .param("kept", other.toString())
                        .param("why", WHY + " Her passport has this spelling."));

        assertThat(answer(manager, form(merge + "/confirm").param("version", "0"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(html(manager, get(merge)).text()).contains("Her passport has this spelling.");
        sent(manager, form(merge + "/confirm").param("version", "1"));
        assertThat(answer(worker, get("/people/" + one)).getRedirectedUrl()).isEqualTo("/people/" + other);
    }

    private UUID make(String given, String family) {
        return worker.actor()
                .call(() ->
                        people.create(NewPerson.named(given, family, BirthDate.on(LocalDate.of(2012, 3, 14)), "Test")));
    }

    private static MockHttpServletRequestBuilder form(String address) {
        return post(address).with(csrf());
    }

    private String sent(TestPerson who, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = answer(who, request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }

    private Document html(TestPerson who, MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(answer(who, request).getContentAsString());
    }

    private MockHttpServletResponse answer(TestPerson who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(who.signedIn())).andReturn().getResponse();
    }
}
