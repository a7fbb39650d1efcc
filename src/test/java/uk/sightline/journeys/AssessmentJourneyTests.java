package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.Records;
import uk.sightline.people.People;
import uk.sightline.platform.Actor;
import uk.sightline.referrals.Referrals;

/** Exploitation is assessed: a child with the front door and the hub, an adult who goes on to the adult safeguarding hub. */
@JourneyTest
class AssessmentJourneyTests {

    private static final String MANAGER = "Hub team manager";
    private static final String HUB = "Hub practitioner";
    private static final String ADULT_MASH = "Adult MASH practitioner";
    private static final String SCHOOL = "School safeguarding lead";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Referrals referrals;

    @Autowired
    private Records records;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void aChildIsAssessedDecidedAboutAndWorkedWithByTheHub() {
        Beforehand beforehand = new Beforehand(port, people, referrals);
        UUID person = beforehand.known("Rosalind", "Marchbanks", LocalDate.of(2012, 9, 3));
        String assessment;
        try (Visitor worker = Visitor.at(port)) {
            worker.signInAs(Beforehand.WORKER).open("/people/" + person).follow("Assessments");
            worker.press("Begin").sees("Say why you are assessing now");
            worker.pick("why", "initial")
                    .press("Begin")
                    .sees("No current risk identified")
                    .picture("assessment");
            assessment = worker.path();
            worker.fitsANarrowScreen();

            worker.follow("Interview view")
                    .doesNotSee("No current risk identified")
                    .picture("assessment-interview");
            worker.follow("Relationships and coercion").doesNotSee("What do you make of this?");
            worker.pick("D3.04", "yes-evidenced").type("D3.04.seen.day", "1");
            worker.type("D3.04.seen.month", "11")
                    .type("D3.04.seen.year", "2026")
                    .press("Save and go back");

            worker.open(assessment + "/domain/D3")
                    .sees("5 points")
                    .picture("assessment-domain")
                    .fitsANarrowScreen();
            worker.from("D3.04.source", "told-by-person").type("D3.04.note", "Said so in the car.");
            worker.type("analysis", "They must pay back a telephone and are afraid to say no.");
            worker.press("Save and continue").isAt(assessment + "/domain/D4");
            worker.open(assessment + "/decide").sees("How the child took part");
            worker.open(assessment + "/questions/voice")
                    .pick("took-part", "yes")
                    .type("how", "On the way home.");
            worker.type("own-words", "I want them to stop ringing me.")
                    .pick("advocate-offered", "yes")
                    .press("Save and go back");
            worker.follow("Why this level")
                    .sees("a strong indicator is current")
                    .picture("assessment-why")
                    .fitsANarrowScreen();
            worker.open(assessment + "/summary")
                    .sees("I want them to stop ringing me.")
                    .picture("assessment-summary");
            worker.doesNotSee("Said so in the car.");

            worker.open(assessment + "/decide").from("level-CCE", "MODERATE").press("Decide");
            worker.sees("Choose why your level differs")
                    .picture("assessment-decide")
                    .fitsANarrowScreen();
            worker.from("variance", "context")
                    .type("why", "The same group as in his brother's school.")
                    .press("Decide");
            worker.sees("Decided")
                    .sees("Offer Breaking the Cycle")
                    .picture("assessment-decided")
                    .fitsANarrowScreen();
        }
        try (Visitor hub = Visitor.byKeyboard(port)) {
            hub.signInAs(MANAGER)
                    .open("/people/" + person)
                    .sees("Child criminal exploitation")
                    .picture("assessed-person");
            hub.open(assessment).sees("They must pay back a telephone");
            decidesTheFirst(hub, "On the agenda of tomorrow's meeting.");
            hub.sees("On the agenda of tomorrow's meeting.");
        }
        try (Visitor school = Visitor.at(port)) {
            school.signInAs(SCHOOL).open(assessment).doesNotSee("Marchbanks");
        }
    }

    @Test
    void anAdultWhoIsScreenedIsOnTheAdultHubsListWithItsClock() {
        Beforehand beforehand = new Beforehand(port, people, referrals);
        UUID person = beforehand.known("Leopold", "Marchbanks", LocalDate.of(1971, 2, 3));
        Actor hubPractitioner = beforehand.who(HUB);
        hubPractitioner.run(() -> transactions.executeWithoutResult(
                status -> records.relate(Records.COHORT, person, "cohort", "Open to the hub since he was 17.", null)));
        String assessment;
        String reference;
        try (Visitor hub = Visitor.withoutScripts(port)) {
            hub.signInAs(HUB).open("/people/" + person).follow("Assessments");
            hub.pick("tool", "aest-1").pick("why", "initial").press("Begin");
            assessment = hub.path();
            reference = hub.page().locator(".govuk-caption-l").innerText().replaceFirst(".*(A-[0-9A-Z]{7}).*", "$1");
            hub.open(assessment + "/domain/A1").pick("A1.02", "yes-evidenced");
            hub.type("analysis", "A new friend holds his card.").press("Save and go back");
            hub.open(assessment + "/questions/needs")
                    .pick("care-needs", "learning")
                    .pick("protect", "yes")
                    .press("Save and go back");
            hub.open(assessment + "/questions/danger").pick("danger", "no").press("Save and go back");
            answersTheRest(hub, assessment);
            hub.open(assessment + "/decide")
                    .sees("Section 42 concern")
                    .type("why", "He cannot keep his money safe.")
                    .press("Decide");
            hub.sees("Raise a section 42 concern").sees("Refer to WYFEAT");
        }
        try (Visitor adults = Visitor.at(port)) {
            adults.signInAs(ADULT_MASH).open("/work").follow("Adult Multi-Agency Safeguarding Hub");
            adults.sees(reference);
            adults.open(assessment)
                    .sees("A new friend holds his card.")
                    .sees("Financial exploitation")
                    .picture("adult-screened");
            decidesTheFirst(adults, "Concern opened today; he was rung.");
            adults.sees("Concern opened today");
        }
        try (Visitor stranger = Visitor.at(port)) {
            stranger.signInAs(SCHOOL).open(assessment).doesNotSee("Marchbanks");
        }
    }

    private static void decidesTheFirst(Visitor visitor, String note) {
        Locator step = visitor.page().locator(".sightline-steps__step").first();
        step.locator("summary").press("Enter");
        step.locator("input[value='done']").press("Space");
        step.locator("textarea").fill(note);
        visitor.press("Save");
    }

    private static void answersTheRest(Visitor hub, String assessment) {
        hub.open(assessment).follow("Part D");
        Page page = hub.page();
        page.locator("main textarea").all().forEach(each -> each.fill("He was asked and said so."));
        page.locator("main input[value='no']").all().forEach(Locator::check);
        hub.press("Save and go back");
        assertThat(hub.path()).isEqualTo(assessment);
    }
}
