package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.sightline.people.People;
import uk.sightline.referrals.Referrals;
import uk.sightline.referrals.SampleForms;

/** A front-door worker finds out who a referral is about, decides and tells. */
@JourneyTest
class TriageJourneyTests {

    private static final LocalDate BORN = LocalDate.of(2012, 3, 14);
    private static final String ANSWER =
            "Thank you. The daily meeting looks at it tomorrow, and you are asked to come.";
    private static final int README_HEIGHT = 1060;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Referrals referrals;

    private Beforehand beforehand;

    @BeforeEach
    void before() {
        beforehand = new Beforehand(port, people, referrals);
    }

    @Test
    void somebodyKnownIsFoundDecidedAndToldAndLeavesTheList() {
        beforehand.known("Marianne", "Thistlewick", BORN);
        String reference = beforehand.sent("Marianne Thistlewick", BORN);
        try (Visitor worker = Visitor.at(port)) {
            Triaging triage = new Triaging(worker.signInAs(Beforehand.WORKER)).open(reference);
            worker.sees("Strong match").sees("same name, same birth date").sees("Say who each person is first");
            assertThat(worker.button("Decide and tell").count()).isZero();
            worker.press("Take it").sees("This referral is yours.");
            triage.isTheFirst();
            worker.sees("Found").fitsANarrowScreen();
            triage.decide("dram");
            worker.isAt(worker.path()).sees("Tell the referrer").picture("tell").fitsANarrowScreen();

            worker.type("answer", "").press("Save the decision and tell").sees("There is a problem");
            int before = triage.open(reference).queue().rows();
            triage.open(reference).decide("dram").tell(ANSWER);
            worker.sees("Daily risk assessment meeting").picture("decided");
            assertThat(triage.queue().rows()).isEqualTo(before - 1);
            worker.doesNotSee(reference);
        }
        try (Visitor lead = Visitor.at(port)) {
            lead.signInAs(Beforehand.LEAD).follow("Referrals").follow(reference);
            lead.sees("Answered").sees(ANSWER).picture("answered").fitsANarrowScreen();
        }
    }

    @Test
    void aMisspeltNameAndABirthDateOneDigitOffAreFoundWithTheReasons() {
        beforehand.known("Aleksandra", "Wiśniewolska", BORN);
        beforehand.known("Alexander", "Wisniewolski", LocalDate.of(2015, 8, 2));
        String earlier = beforehand.sent("Aleksandra Wiśniewolska", BORN);
        try (Visitor worker = Visitor.at(port)) {
            Triaging triage = new Triaging(worker.signInAs(Beforehand.WORKER));
            triage.open(earlier).isTheFirst();
            String reference = beforehand.sent("Alexandra Wisnewolska", BORN.plusDays(1));
            triage.open(reference);
            worker.sees("Aleksandra Wiśniewolska")
                    .sees("birth date: one digit differs")
                    .sees("Earlier referrals");
            assertThat(worker.page().locator("table:has-text('Outcome')").innerText())
                    .contains(earlier);
            worker.picture("triage").fitsANarrowScreen();
            worker.page().getByText("Weaker matches").click();
            pictureOfTheReadme(worker.page());

            worker.press("Not them Alexander").sees("Ruled out (1)");
            triage.isTheFirst();
            worker.sees("Aleksandra Wiśniewolska").sees("Found");
        }
    }

    @Test
    void brothersAndSistersAreEachSettledBeforeTheDecisionAndSomebodyNewGetsARecord() {
        beforehand.known("Tomasz", "Brambleford", BORN);
        String reference = beforehand.sent(
                SampleForms.subject("Tomasz Brambleford", BORN, null),
                SampleForms.subject("Zofia Brambleford", LocalDate.of(2016, 11, 30), null));
        try (Visitor worker = Visitor.at(port)) {
            Triaging triage = new Triaging(worker.signInAs(Beforehand.WORKER)).open(reference);
            worker.sees("2 people are on this form").picture("siblings");
            triage.isTheFirst();
            assertThat(worker.button("Decide and tell").count()).isZero();
            worker.sees("Say who each person is first");

            worker.follow("make a record for Zofia Brambleford").sees("may be the same person");
            assertThat(worker.page().locator("[name=birth]").inputValue()).isEqualTo("2016-11-30");
            worker.picture("new-record").fitsANarrowScreen();
            worker.type("birth", "31/2/2016").press("Make the record").sees("There is a problem");
            worker.type("birth", "30/11/2016").press("Make the record").sees("New record");

            triage.decide("advice").tell(ANSWER);
            worker.follow("Find a person")
                    .type("q", "Zofia Brambleford")
                    .press("Search")
                    .sees("30 November 2016");
            worker.picture("found")
                    .follow("Zofia Brambleford")
                    .sees("Chronology")
                    .picture("person")
                    .fitsANarrowScreen();
        }
    }

    /** The README shows this page: what CONTRIBUTING says of the picture is done here. */
    private static void pictureOfTheReadme(Page page) {
        String folder = System.getProperty("journeys.pictures");
        if (folder != null) {
            page.setViewportSize(1280, README_HEIGHT);
            page.evaluate("document.activeElement.blur()");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, "sightline.png")));
        }
    }
}
