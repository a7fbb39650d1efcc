package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;

/** A referral from its first screen to the receipt. */
@SightlineTest
class ReferralTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    FormVisitor school;

    @BeforeEach
    void aSchoolLead() {
        school = new FormVisitor(mvc, people.schoolLead("900017"));
    }

    private String upToConsent(String level) throws Exception {
        String draft = school.begin("child");
        school.tellTheWorry(draft);
        school.onward(draft + "/level", "/consent", "level", level, "why", "Several needs.");
        return draft;
    }

    private void consent(String draft, String sharing, String to) throws Exception {
        school.onward(
                draft + "/consent",
                to,
                "parentInformed",
                "yes",
                "sharing",
                sharing,
                "givenBy",
                "Mother",
                "childView",
                "yes");
    }

    private void send(String draft) throws Exception {
        school.onward(draft + "/check", "/receipt", "accurate", "yes", "notice", "yes", "feedback", "portal");
    }

    private String reference(String draft) throws Exception {
        return school.page(draft + "/receipt").select(".govuk-panel strong").text();
    }

    @Test
    void aSchoolSendsWhatItKnowsAndHoldsAReceipt() throws Exception {
        String draft = upToConsent("3");
        consent(draft, "given", "/check");
        send(draft);
        assertThat(reference(draft)).matches("R-.{7}");
        assertThat(school.page(draft + "/receipt").text()).contains("01632", "ring 999");
    }

    @Test
    void sentTwiceItIsReceivedOnce() throws Exception {
        String draft = upToConsent("4");
        consent(draft, "not-sought", "/check");
        send(draft);
        String first = reference(draft);
        assertThat(school.post(draft + "/check", "accurate", "yes", "notice", "yes", "feedback", "email")
                        .getRedirectedUrl())
                .endsWith("/receipt");
        assertThat(reference(draft)).isEqualTo(first);
    }

    @Test
    void afterItIsSentNothingChangesAndEveryPageLeadsToTheReceipt() throws Exception {
        String draft = upToConsent("4");
        consent(draft, "given", "/check");
        send(draft);
        assertThat(school.open(draft + "/happened").getRedirectedUrl()).endsWith("/receipt");
        for (String address : List.of("/stop", "/people/add")) {
            assertThat(school.post(draft + address, "route", "intelligence-only")
                            .getStatus())
                    .as(address)
                    .isEqualTo(422);
        }
        assertThat(school.autosave(draft + "/happened", "version", "1", "facts", "Changed")
                        .getStatus())
                .isEqualTo(410);
        assertThat(school.page(draft + "/copy").text())
                .contains("Picked up at the gate")
                .doesNotContain("Changed");
    }

    @Test
    void whatIsTypedAfterItWasSentIsKeptInFrontOfWhoeverTypedIt() throws Exception {
        String draft = upToConsent("4");
        consent(draft, "given", "/check");
        Map<String, List<String>> open = FormVisitor.fields(school.page(draft + "/happened"));
        send(draft);
        assertThat(school.fillAgain(draft + "/happened", open).getRedirectedUrl())
                .as("nothing new was typed")
                .endsWith("/receipt");

        var late = school.fillAgain(draft + "/happened", open, "facts", "A second car came.");
        Document page = Jsoup.parse(late.getContentAsString());

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(page.text()).contains("sent before you saved", "Picked up at the gate");
        assertThat(page.select("textarea[name=body]").text()).contains("A second car came.");
        String add = page.select("main form").attr("action");
        school.post(add, "body", "A second car came.");
        assertThat(school.page(add.replace("/add", "")).text()).contains("A second car came.");
    }

    @Test
    void withoutConsentAtLevelThreeTheFormStopsAndGoesOnAsIntelligence() throws Exception {
        String draft = upToConsent("3");
        consent(draft, "refused", "/stop");
        assertThat(school.page(draft + "/check").select("button:contains(Send)"))
                .isEmpty();
        school.onward(draft + "/stop", "/check", "route", "intelligence-only");
        assertThat(school.page(draft + "/check").text()).contains("intelligence only", "it has an owner");
        send(draft);
        assertThat(school.page(draft + "/receipt").text()).contains("It was sent as intelligence only");
    }

    @Test
    void raisedToLevelFourWithAReasonItMayBeSent() throws Exception {
        String draft = upToConsent("2");
        consent(draft, "not-sought", "/stop");
        assertThat(school.fill(draft + "/stop", "route", "upgrade").getStatus()).isEqualTo(422);
        school.onward(draft + "/stop", "/check", "route", "upgrade", "reason", "Threatened with a knife.");
        assertThat(school.page(draft + "/level")
                        .select("input[name=level][checked]")
                        .val())
                .isEqualTo("4");
        send(draft);
    }

    @Test
    void toGetConsentKeepsTheDraftAndSaysThatItWaits() throws Exception {
        String draft = upToConsent("3");
        consent(draft, "not-sought", "/stop");
        school.onward(draft + "/stop", draft.substring(draft.lastIndexOf('/')), "route", "get-consent");
        assertThat(school.page(draft).text()).contains("Waiting for consent");
        assertThat(school.post(draft + "/check", "accurate", "yes", "notice", "yes", "feedback", "email")
                        .getStatus())
                .isEqualTo(422);
        consent(draft, "given", "/check");
        send(draft);
    }

    @Test
    void immediateDangerShowsRing999First() throws Exception {
        String to = String.valueOf(
                school.post("/marf/new", "danger", "yes", "about", "child").getRedirectedUrl());
        assertThat(to).endsWith("/danger");
        assertThat(school.page(to).select(".govuk-panel").text()).startsWith("Ring 999");
        String draft = to.replace("/danger", "");
        assertThat(school.fill(to, "rungBy", "Head teacher", "rungTime", "9:55").getRedirectedUrl())
                .startsWith(draft + "/people/");
    }

    @Test
    void anAllocatedWorkerIsShownAndTheFormStaysOpen() throws Exception {
        String draft = String.valueOf(school.post(
                        "/marf/new",
                        "danger",
                        "no",
                        "about",
                        "child",
                        "also",
                        "worker",
                        "worker",
                        "Sam Sample, City team")
                .getRedirectedUrl());
        assertThat(school.page(draft).text()).contains("Sam Sample, City team", "You can tell that worker directly");
    }

    @Test
    void siblingsShareAddressAndNotNames() throws Exception {
        String draft = school.begin("child");
        school.tellTheWorry(draft);
        String second = String.valueOf(
                school.post(draft + "/people/add", "like", "first").getRedirectedUrl());
        assertThat(school.page(second).select("#postcode").val()).isEqualTo("BD1 1AA");
        assertThat(school.page(second).select("#name").val()).isEmpty();
        assertThat(school.page(draft + "/people").select(".govuk-summary-card")).hasSize(2);
        assertThat(school.post(second + "/remove").getRedirectedUrl()).isEqualTo(draft + "/people");
        assertThat(school.page(draft + "/people").select(".govuk-summary-card")).hasSize(1);
        assertThat(school.open(second).getStatus()).isEqualTo(404);
    }

    @Test
    void theReferrerIsFilledInFromTheAccountAndTheSchoolFromTheirs() throws Exception {
        String draft = school.begin("child");
        assertThat(school.page(draft + "/referrer").select("#email").val())
                .isEqualTo(school.person().email());
        assertThat(school.page(draft + "/referrer")
                        .select("#source option[selected]")
                        .val())
                .isEqualTo("2A");
        assertThat(school.page(school.person(draft)).select("#school").val()).isEqualTo("Moorgate Vale Academy");
        assertThat(school.page(draft)
                        .select(".govuk-task-list__item:contains(Who is worried)")
                        .text())
                .contains("Completed");
    }
}
