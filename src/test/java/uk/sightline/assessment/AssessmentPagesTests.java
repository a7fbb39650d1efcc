package uk.sightline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.Hostile;
import uk.sightline.SightlineTest;
import uk.sightline.access.Records;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;

@SightlineTest
class AssessmentPagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private Records records;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private TransactionTemplate transactions;

    private TestPerson worker;
    private UUID child;
    private String home;

    @BeforeEach
    void anAssessmentThatIsBegun() throws Exception {
        worker = colleagues.frontDoorWorker();
        child = worker.actor()
                .call(() -> people.create(
                        NewPerson.named("Maeve", "Saltgate", BirthDate.on(LocalDate.of(2011, 5, 4)), "Test")));
        worker.actor()
                .run(() -> transactions.executeWithoutResult(
                        status -> records.relate(Records.COHORT, child, "cohort", "Open to the hub.", null)));
        home = sent(
                worker, form("/assessments/of/" + child).param("tool", "ceat-1").param("why", "initial"));
    }

    @Test
    void thePersonsPageLeadsToTheAssessmentAndSaysWhatIsDue() throws Exception {
        Document person = html(worker, get("/people/" + child));
        assertThat(person.select("a[href='/assessments/of/" + child + "']").text())
                .isEqualTo("Assessments (1)");
        assertThat(person.select("section[aria-labelledby=due] a").attr("href")).isEqualTo(home);
        assertThat(html(worker, get("/work")).select("a[href*='/work/open/assessment/']"))
                .isNotEmpty();
    }

    @Test
    void itCannotBeBegunWithoutSayingWhichAndWhy() throws Exception {
        MockHttpServletResponse answer =
                answer(worker, form("/assessments/of/" + child).param("tool", "ceat-1"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select(".govuk-error-summary a")
                        .attr("href"))
                .isEqualTo("#why");
    }

    @Test
    void whatIsAnsweredIsShownWithEveryReasonAndHiddenWhileThePersonIsInTheRoom() throws Exception {
        sent(
                worker,
                form(home + "/domain/D3")
                        .param("D3.04", "yes-evidenced")
                        .param("D3.04.seen.day", "3")
                        .param("D3.04.seen.month", "11")
                        .param("D3.04.seen.year", "2026")
                        .param("D3.04.note", "A telephone"));

        Document result = html(worker, get(home + "/result"));
        assertThat(result.text())
                .contains(
                        "Low or emerging",
                        "a strong indicator is current",
                        "3 Nov 2026: current",
                        "Harm that has happened");
        assertThat(result.select("tbody tr:last-child td:last-child").text()).isEqualTo("5");
        Document domain = html(worker, get(home + "/domain/D3"));
        assertThat(domain.select("[name='D3.04.note']").text()).isEqualTo("A telephone");
        assertThat(domain.select("aside").text()).contains("5 points");
        for (String page : List.of("?mode=interview", "/domain/D3?mode=interview")) {
            Document interview = html(worker, get(home + page));
            assertThat(interview.text()).doesNotContain("A telephone", "points", "Low or emerging", "Who says so");
        }
    }

    @Test
    void aDayThatIsNoneOrStillToComeIsRefusedAndNothingTypedIsLost() throws Exception {
        MockHttpServletResponse answer = answer(
                worker,
                form(home + "/domain/D3")
                        .param("D3.04", "yes-suspected")
                        .param("D3.04.seen.day", "31")
                        .param("D3.04.seen.month", "2")
                        .param("D3.04.seen.year", "2026")
                        .param("analysis", "Still to be asked"));

        assertThat(answer.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select(".govuk-error-summary").text()).contains("must be a real date");
        assertThat(page.select("[name='D3.04.seen.day']").val()).isEqualTo("31");
        assertThat(page.select("#analysis").text()).isEqualTo("Still to be asked");
        assertThat(html(worker, get(home + "/result")).text()).contains("No indicator is answered with yes");
    }

    @Test
    void twoWhoAnswerTheSameSeeBothAndTheLaterOneDecides() throws Exception {
        TestPerson hub = colleagues.with("hub-practitioner", "bthft-safeguarding");
        sent(worker, form(home + "/domain/D9").param("D9.01", "yes-evidenced").param("D9.01.note", "New shoes"));

        MockHttpServletResponse answer =
                answer(hub, form(home + "/domain/D9").param("D9.01", "no").param("D9.01.note", "From his aunt"));
        assertThat(answer.getStatus()).isEqualTo(409);
        Document both = Jsoup.parse(answer.getContentAsString());
        assertThat(both.select("table").text())
                .contains("Yes, evidenced: New shoes", worker.name(), "No: From his aunt");

        sent(
                hub,
                form(home + "/domain/D9")
                        .param("D9.01", "no")
                        .param("D9.01.note", "From his aunt")
                        .param("D9.01.was", both.select("[name='D9.01.was']").val()));
        assertThat(html(worker, get(home + "/domain/D9"))
                        .select("[name='D9.01.note']")
                        .text())
                .isEqualTo("From his aunt");
    }

    @Test
    void itIsSavedWhileItIsTypedAndSaysSoWhenItIsTooLate() throws Exception {
        MockHttpServletRequestBuilder typed =
                form(home + "/domain/D9").header("X-Autosave", "1").param("D9.01", "no");
        assertThat(answer(worker, typed).getContentAsString()).contains("\"saved\"");

        sent(worker, form(home + "/withdraw").param("version", "0").param("why", "Begun for the wrong child."));
        MockHttpServletRequestBuilder late =
                form(home + "/domain/D9").header("X-Autosave", "1").param("D9.01", "unknown");
        assertThat(answer(worker, late).getStatus()).isEqualTo(410);
    }

    @Test
    void whoeverMayNotKnowOfItGetsThePageOfWhatIsNotThere() throws Exception {
        TestPerson other = colleagues.frontDoorWorker();
        String nowhere = "/assessments/" + UUID.randomUUID();
        for (String page :
                List.of("", "/result", "/summary", "/now", "/about", "/domain/D1", "/questions/voice", "/decide")) {
            MockHttpServletResponse hidden = answer(other, get(home + page));
            assertThat(hidden.getStatus()).as(page).isEqualTo(404);
            assertThat(text(hidden)).isEqualTo(text(answer(other, get(nowhere + page))));
        }
        assertThat(answer(worker, get(home + "/domain/D99")).getStatus()).isEqualTo(404);
        assertThat(html(other, get("/assessments/of/" + child)).text()).contains("none yet that you may see");
    }

    @Test
    void thePersonsPageTellsNobodyOfAnAssessmentThatTheyMayNotKnowOf() throws Exception {
        String reference =
                html(worker, get(home)).select(".govuk-caption-l").text().replaceFirst(".*(A-[0-9A-Z]{7}).*", "$1");
        Document seen = html(colleagues.frontDoorWorker(), get("/people/" + child));

        assertThat(seen.select("main").text()).contains("Saltgate").doesNotContain(reference, "Exploitation Hub");
        assertThat(seen.select("a[href='/assessments/of/" + child + "']").text())
                .isEqualTo("Assessments");
    }

    @Test
    void theFamilysSummaryHasNoScoreNoteOrSource() throws Exception {
        sent(
                worker,
                form(home + "/domain/D3")
                        .param("D3.04", "yes-evidenced")
                        .param("D3.04.note", "Named a dealer")
                        .param("analysis", "They are afraid of him")
                        .param("protective", "P3.01"));
        sent(worker, form(home + "/questions/voice").param("own-words", "I want it to stop."));

        Document summary = html(worker, get(home + "/summary"));
        assertThat(summary.select("main").text())
                .contains("I want it to stop.", "Relationships and coercion", "trusted adult")
                .doesNotContain("dealer", "afraid", "point", "Low or emerging", "Strong indicator");
    }

    @Test
    void whateverIsTypedStaysText() throws Exception {
        for (String hostile : Hostile.TYPED) {
            MockHttpServletResponse answer = answer(
                    worker,
                    form(home + "/domain/D9")
                            .param("D9.01", "yes-evidenced")
                            .param("D9.01.note", hostile)
                            .param("analysis", hostile));
            assertThat(answer.getStatus()).as(hostile).isIn(302, 400);
            for (String page : List.of("/domain/D9", "/result", "", "/summary")) {
                assertThat(html(worker, get(home + page)).select(Hostile.INJECTED))
                        .as(hostile)
                        .isEmpty();
            }
        }
        for (String junk : Hostile.JUNK) {
            answer(
                    worker,
                    form(home + "/domain/D9")
                            .param("D9.01", junk)
                            .param("D9.01.was", junk)
                            .param("protective", junk));
            assertThat(answer(
                                    worker,
                                    form(home + "/decide")
                                            .param("version", junk)
                                            .param("level-CSE", junk))
                            .getStatus())
                    .as(junk)
                    .isIn(409, 422);
        }
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return Jsoup.parse(answer.getContentAsString()).select("main").text();
    }

    private static MockHttpServletRequestBuilder form(String address) {
        return post(address).with(csrf());
    }

    private String sent(TestPerson who, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = answer(who, request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private Document html(TestPerson who, MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(answer(who, request).getContentAsString());
    }

    private MockHttpServletResponse answer(TestPerson who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(who.signedIn())).andReturn().getResponse();
    }
}
