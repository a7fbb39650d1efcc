package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import uk.sightline.Hostile;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.referrals.ReferralForm;

/** The assessment inside the form, from the signs to the screen of whoever triages it. */
@SightlineTest
class AssessmentPagesTests {

    /** How levels are called: no page of a referrer says one. */
    private static final String[] WEIGHED = {"Low or emerging", "Significant", "points", "Provisional", "provisional"};

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private Drafts drafts;

    private FormVisitor school;
    private String draft = "";

    @BeforeEach
    void aDraftUpToTheAssessment() throws Exception {
        school = new FormVisitor(mvc, people.schoolLead("900001"));
        draft = school.begin("child");
        school.tellTheWorry(draft);
        school.fill(draft + "/signs", "signs", "D3-04");
    }

    private Filling filling() {
        UUID id = UUID.fromString(draft.substring("/marf/".length()));
        return school.person().actor().call(() -> drafts.look(id));
    }

    private ReferralForm.Assessment read() {
        return Objects.requireNonNull(ChildAssessment.read(filling()));
    }

    private String send() throws Exception {
        school.onward(draft + "/level", "/consent", "level", "4", "why", "Harm is likely.");
        school.onward(
                draft + "/consent", "/check", "parentInformed", "yes", "sharing", "not-sought", "childView", "yes");
        school.onward(draft + "/check", "/receipt", "accurate", "yes", "notice", "yes", "feedback", "portal");
        return school.page(draft + "/receipt").select("a[href^=/referrals/]").attr("href");
    }

    @Test
    void theSignsAreTickedAlreadyAndOnlyThatSideIsAsked() throws Exception {
        String other = school.begin("child");
        school.fill(other + "/exploitation", "strands", "CCE");
        school.fill(other + "/signs", "signs", "D3-04");
        Document first = school.page(other + "/assessment");
        assertThat(first.select("input[name=knows]")).hasSize(16);
        assertThat(first.select("input[name=knows][checked]").eachAttr("value")).containsExactly("D3");

        assertThat(school.fill(other + "/assessment", "partial", "one-side").getRedirectedUrl())
                .endsWith("/assessment/D3");
        Document page = school.page(other + "/assessment/D3");
        assertThat(page.select("input[name=D3.04][checked]").val()).isEqualTo("yes-suspected");
        assertThat(page.select("input[checked][type=radio]")).hasSize(1);
        assertThat(page.select(".govuk-hint:contains(Ticked under signs)")).hasSize(1);
        assertThat(school.open(other + "/assessment/D4").getStatus()).isEqualTo(404);
    }

    @Test
    void everyAnswerIsKeptReadThroughAndSent() throws Exception {
        school.fill(draft + "/assessment", "knows", "D3|D5", "partial", "other", "partialWords", "Met them once");
        List<String> typed = new ArrayList<>();
        var domain = ChildAssessment.tool(filling()).orElseThrow().domain("D5").orElseThrow();
        domain.indicators()
                .forEach(each -> typed.addAll(List.of(
                        each.code(),
                        "yes-evidenced",
                        each.code() + ".seen.day",
                        "2",
                        each.code() + ".seen.month",
                        "11",
                        each.code() + ".seen.year",
                        "2026")));
        typed.addAll(List.of("note", "Seen by the nurse."));
        school.fill(draft + "/assessment/D5", typed.toArray(String[]::new));

        assertThat(school.page(draft)
                        .select(".govuk-task-list__item:contains(Substances)")
                        .text())
                .contains("Completed");
        assertThat(school.page(draft)
                        .select(".govuk-task-list__item:contains(Relationships)")
                        .text())
                .contains("1 of 8");
        assertThat(read().answers()).hasSize(domain.indicators().size() + 1);
        assertThat(read().answers())
                .filteredOn(each -> each.seen() != null)
                .hasSize(domain.indicators().size());
        assertThat(read().notes()).containsExactly(new ReferralForm.DomainNote("D5", "Seen by the nurse."));
        assertThat(read().partialWords()).isEqualTo("Met them once");
        assertThat(school.page(draft + "/check").text())
                .contains("Yes, evidenced", "Seen by the nurse.", "Met them once", "Substances")
                .doesNotContain(WEIGHED);
    }

    @Test
    void itIsNotSentWithoutAReason() throws Exception {
        assertThat(school.fill(draft + "/assessment", "partial", "").getStatus())
                .isEqualTo(422);
        school.fill(draft + "/level", "level", "4", "why", "Harm is likely.");
        school.fill(draft + "/consent", "parentInformed", "yes", "sharing", "not-sought", "childView", "yes");
        Document check = school.page(draft + "/check");
        assertThat(check.select("a[href='" + draft + "/assessment#partial']").text())
                .isEqualTo(AssessmentSection.WHY_PARTIAL);
        assertThat(check.select("button:contains(Send)")).isEmpty();
        assertThat(school.post(draft + "/check", "accurate", "yes", "notice", "yes", "feedback", "email")
                        .getStatus())
                .isEqualTo(422);
        assertThat(school.page(draft)
                        .select(".govuk-task-list__item:contains(What do you know)")
                        .text())
                .contains("Incomplete");
    }

    @Test
    void theFrontDoorSeesItWeighedWithEveryReasonAndTheReferrerDoesNot() throws Exception {
        school.fill(draft + "/assessment", "knows", "D3|D6", "partial", "one-side");
        school.fill(draft + "/assessment/D3", "D3.05", "yes-evidenced", "D3.01", "no");
        school.fill(draft + "/assessment/D6", "note", Hostile.TYPED.getFirst());
        String referral = send().substring("/referrals/".length());

        FormVisitor worker = new FormVisitor(mvc, people.frontDoorWorker());
        Document triage = worker.page("/front-door/" + referral);
        var sent = triage.select("details:contains(Assessment sent with the referral)");
        assertThat(sent.select("summary").text()).contains("Low or emerging", "provisional");
        assertThat(sent.text())
                .contains(
                        "I only know this side",
                        "What counts: 8 points",
                        "suspected",
                        "CEAT-1 1.0",
                        "Not for the family")
                .contains("The points come to 6 or more", "Nothing is known of", "Answered no", "Education");
        assertThat(triage.select(Hostile.INJECTED)).isEmpty();
        assertThat(sent.text()).contains("stolen()");

        for (String page : List.of(draft + "/copy", draft + "/receipt", "/referrals/" + referral)) {
            assertThat(school.page(page).text()).as(page).doesNotContain(WEIGHED);
        }
        assertThat(school.page(draft + "/copy").text()).contains("Relationships and coercion", "Yes, evidenced");
        assertThat(school.page(draft + "/copy").select("a[href$='?family']")).hasSize(1);
        assertThat(school.page(draft + "/copy?family").text())
                .contains("Picked up at the gate")
                .doesNotContain("Yes, evidenced", "What do you know", "Signs you know of", "Who is worried");
    }

    @Test
    void nobodyIsLedToGiveACopyToAFamilyThatWasNotTold() throws Exception {
        school.fill(draft + "/consent", "parentInformed", "no-unsafe");
        assertThat(school.page(draft + "/copy").select("a[href$='?family']")).isEmpty();
    }
}
