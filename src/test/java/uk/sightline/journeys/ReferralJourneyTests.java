package uk.sightline.journeys;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A worry becomes a decision: from a teacher's form to the answer on the teacher's screen. */
@JourneyTest
class ReferralJourneyTests {

    private static final String LEAD = "School safeguarding lead";
    private static final String FRONT_DOOR = "Front-door worker";

    @LocalServerPort
    private int port;

    @Test
    void aSchoolLeadRefersAFourteenYearOldAndSeesTheOutcome() {
        try (Visitor lead = Visitor.at(port);
                Visitor worker = Visitor.at(port)) {
            lead.signInAs(LEAD).picture("my-work-of-a-school");
            String receipt = refer(lead, "Tamsin Quillfeather", "about 14");
            lead.picture("receipt");
            String id = lead.page()
                    .locator("main a[href^='/referrals/']")
                    .first()
                    .getAttribute("href")
                    .substring("/referrals/".length());

            worker.signInAs(FRONT_DOOR)
                    .open("/front-door")
                    .picture("front-door")
                    .fitsANarrowScreen();
            worker.follow(receipt)
                    .sees("Tamsin Quillfeather")
                    .sees("He said I owe him now")
                    .picture("triage");
            worker.follow("None of these: make a record for Tamsin Quillfeather");
            worker.picture("new-record").press("Make the record");
            worker.isAt("/front-door/").sees("New record");
            worker.press("Take it");
            worker.pick("outcome", "dram").pick("level", "4");
            worker.type(
                    "reason", "Debt, a named adult and nights away: she needs a plan agreed by everybody tomorrow.");
            worker.press("Decide and tell").picture("tell").press("Save the decision and tell");
            worker.sees("Answer");

            lead.open("/referrals").picture("my-referrals").follow(receipt).sees("Daily risk assessment meeting");
            lead.picture("where-is-my-referral").fitsANarrowScreen();
        }
    }

    @Test
    void withoutConsentTheFormStopsHardAndShowsThreeWaysOn() {
        try (Visitor lead = Visitor.at(port)) {
            lead.signInAs(LEAD);
            Referring referring = new Referring(lead).begin("child");
            referring.level("3", "Several worries, and help is needed.");
            referring.open("consent");
            lead.pick("parentInformed", "yes").pick("sharing", "refused").pick("childView", "yes");
            lead.press("Save and continue").isAt(referring.draft() + "/stop").picture("hard-stop");
            lead.sees("Ask for consent, and come back");
            lead.sees("Raise it to level 4");
            lead.sees("Send it as intelligence only");
            lead.pick("route", "upgrade").type("reason", "The threats are to her life, and they are made at her door.");
            lead.press("Continue");
            referring.open("level");
            lead.page().locator("input[name='level'][value='4']:checked").waitFor();
        }
    }

    @Test
    void aSessionThatDiesInTheMiddleOfTheFormLosesNothing() {
        try (Visitor lead = Visitor.withoutScripts(port)) {
            lead.signInAs(LEAD);
            Referring referring = new Referring(lead).begin("child").open("worry");
            lead.type("worry", "That he comes back for her on Friday.");
            lead.forgetSession().press("Save and continue");
            lead.sees("Your text is safe").picture("signed-out-mid-form");
            lead.page().locator("tr:has-text('" + LEAD + "') button").first().click();
            lead.arrived().press("Carry on");
            referring.open("worry");
            lead.page().locator("textarea[name='worry']").waitFor();
            org.assertj.core.api.Assertions.assertThat(
                            lead.page().locator("textarea[name='worry']").inputValue())
                    .isEqualTo("That he comes back for her on Friday.");
        }
    }

    private static String refer(Visitor lead, String name, String birth) {
        Referring referring = new Referring(lead).begin("child");
        referring.open("referrer");
        lead.picture("referrer").from("source", "2A").press("Save and continue");
        referring.open("people");
        lead.picture("people");
        if (lead.page().locator("[name=name]").count() == 0) {
            lead.page().locator("main a[href*='/people/']").first().click();
            lead.arrived();
        }
        referring.person(name, birth, "BD3 9CK");
        lead.press("Save and continue");
        referring.happened(
                "She came to school with two new telephones. A man waits for her in a car most days.",
                "He said I owe him now");
        referring.worry("That she is made to carry drugs to pay what he says she owes.");
        referring.exploitation("CCE");
        referring.level("4", "She owes money to an adult who threatens her.");
        referring.open("consent");
        lead.pick("parentInformed", "no-unsafe").type("whyNotInformed", "Her brother is a friend of the man.");
        lead.pick("sharing", "not-sought").pick("childView", "yes").press("Save and continue");
        lead.open(referring.draft()).picture("task-list");
        return referring.send();
    }
}
