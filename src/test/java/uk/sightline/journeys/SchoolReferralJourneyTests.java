package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A worry becomes a decision: from a teacher's form to the answer on the teacher's screen. */
@JourneyTest
class SchoolReferralJourneyTests {

    @LocalServerPort
    private int port;

    @Test
    void aSchoolLeadRefersAFourteenYearOldByTheTaskListAndReadsTheAnswer() {
        try (Visitor lead = Visitor.at(port);
                Visitor worker = Visitor.at(port)) {
            lead.signInAs(Cast.LEAD).picture("lead-my-work").follow("Referrals");
            String receipt = referByTheTaskList(lead);
            lead.picture("receipt").follow("See how it is going");
            lead.sees("Received, waiting to be read").sees(receipt).picture("where-is-my-referral");

            FrontDoor frontDoor = new FrontDoor(worker, Cast.FRONT_DOOR).open(receipt);
            worker.sees("He said I owe him now").sees("Asha Quillfeather").picture("triage");
            worker.page().getByText("Assessment sent with the referral").click();
            worker.sees("Nothing is known of").sees("I only know this side").picture("triage-assessment");
            worker.fitsANarrowScreen();
            frontDoor.makeRecord("Tamsin Quillfeather");
            frontDoor.decide("dram", "4", "Debt, a named adult and nights away: a plan is needed tomorrow.");

            lead.open("/referrals").picture("my-referrals");
            lead.open("/work")
                    .sees("Answers to your referrals")
                    .picture("my-work-answered")
                    .follow(receipt);
            lead.sees("at their next daily meeting").picture("answered").fitsANarrowScreen();
            assertThat(lead.open("/work")
                            .page()
                            .locator("[data-fresh]")
                            .getByText(receipt)
                            .count())
                    .isZero();
        }
    }

    private static String referByTheTaskList(Visitor lead) {
        Referring referring = new Referring(lead).begin("Make a referral", "no", "child");
        lead.picture("task-list-begun");
        referring.task("Who is worried").saved();
        referring.task("Who it is about").person("Tamsin Quillfeather", "about 14");
        referring.task("Family and people close to them");
        lead.press("Add somebody");
        lead.type("name", "Asha Quillfeather").from("relationship", "mother");
        lead.pick("safe", "with-care").pick("responsibility", "yes");
        referring.saved();
        lead.sees("Nothing is missing").picture("family").press("Continue");
        referring
                .task("What has happened")
                .happened("She came to school with two new telephones.", "He said I owe him now");
        referring.task("What you are worried about").worry("That she is made to carry drugs to pay him.");
        referring.task("Kinds of exploitation").exploitation("CCE");
        referring.task("Signs you know of").signs("D3-04");
        referring.task("What do you know?").assessmentOfOneSide();
        lead.open(referring.draft() + "/assessment/D3").fitsANarrowScreen();
        referring.task("People, places, vehicles and numbers of concern");
        lead.type("names", "A man called Kez").pick("policeOnly", "yes");
        referring.saved();
        referring.task("Level of need").level("4", "She owes money to an adult who threatens her.");
        referring
                .task("Consent and who knows")
                .consentOfParents("no-unsafe", "Her brother is a friend of the man.", "not-sought");
        referring.taskList().picture("task-list-ready").fitsANarrowScreen();
        referring.task("Check and send");
        lead.sees("Schools and colleges of the district")
                .sees("Level 4: Statutory or Specialist")
                .picture("check");
        return referring.send();
    }

    @Test
    void aTeacherWhoOnlySaysWhatIsNeededIsDoneInThirteenPagesWithoutScripts() {
        try (Visitor lead = Visitor.withoutScripts(port)) {
            lead.signInAs(Cast.LEAD).follow("Referrals");
            Visitor.Effort before = lead.effort();
            String receipt = new Referring(lead)
                    .begin("Make a referral", "no", "child")
                    .whole("Jory Pellwright", "14")
                    .send();
            lead.sees(receipt).sees("What happens next");
            Visitor.Effort effort = lead.effort().since(before);
            assertThat(effort.pages()).isLessThanOrEqualTo(13);
            assertThat(effort.presses()).isLessThanOrEqualTo(29);
        }
    }

    @Test
    void everythingIsDoneWithTheKeyboardAlone() {
        try (Visitor lead = Visitor.byKeyboard(port)) {
            lead.signInAs(Cast.LEAD).follow("Referrals");
            String receipt = new Referring(lead)
                    .begin("Make a referral", "no", "child")
                    .whole("Wenna Harbottle", "27 3 2012")
                    .send();
            lead.follow("See how it is going").sees(receipt);
        }
    }
}
