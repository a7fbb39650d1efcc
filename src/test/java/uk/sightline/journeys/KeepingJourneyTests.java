package uk.sightline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was typed is kept, whatever happens in the middle of the form. */
@JourneyTest
class KeepingJourneyTests {

    private static final String WORRY = "That he comes back for her on Friday.";

    @LocalServerPort
    private int port;

    private Visitor lead;
    private Referring referring;

    @BeforeEach
    void somebodyIsTyping() {
        lead = Visitor.at(port).signInAs(Cast.LEAD);
        referring = new Referring(lead).begin("child");
        referring.open("worry");
    }

    @AfterEach
    void leave() {
        lead.close();
    }

    @Test
    void aSessionThatDiesLosesNothingWithoutScripts() {
        try (Visitor plain = Visitor.withoutScripts(port).signInAs(Cast.LEAD)) {
            plain.open(referring.draft() + "/worry").type("worry", WORRY);
            plain.forgetSession().press("Save and continue");
            plain.sees("Your text is safe").chooses(Cast.LEAD).press("Carry on");
            isKept(WORRY);
        }
    }

    @Test
    void aSessionThatDiesIsSaidWhileTypingAndTheFormIsSavedAfterSigningIn() {
        typeAndLeave("Half a sen");
        assertThat(line(lead)).containsText("Saved");
        lead.forgetSession();
        typeAndLeave(WORRY);
        assertThat(line(lead)).containsText("You have been signed out. Sign in in a new tab");
        assertThat(lead.field("worry")).hasValue(WORRY);
        lead.picture("signed-out-while-typing");
        try (Visitor tab = lead.anotherWindow().signInAs(Cast.LEAD)) {
            lead.press("Save and continue").isAt(referring.draft() + "/exploitation");
            isKept(WORRY);
        }
    }

    @Test
    void aFormSentAfterTheSessionDiedIsCarriedThroughSigningIn() {
        lead.forgetSession().type("worry", WORRY).press("Save and continue");
        lead.sees("Your text is safe").picture("signed-out-mid-form").chooses(Cast.LEAD);
        lead.picture("carry-on").press("Carry on").isAt(referring.draft() + "/exploitation");
        isKept(WORRY);
    }

    @Test
    void twoWindowsOnOnePageAreToldAndSeeBothTexts() {
        try (Visitor second = lead.anotherWindow()) {
            second.open(referring.draft() + "/worry").type("worry", "From the second window.");
            lead.type("worry", "From the first window.").press("Save and continue");
            second.field("changed").focus();
            assertThat(line(second)).containsText("changed in another window");
            second.press("Save and continue").sees("From the first window.").sees("Nothing is lost");
            assertThat(second.field("worry")).hasValue("From the second window.");
            second.picture("two-windows").fitsANarrowScreen();
            second.type("worry", "From the first window. From the second window.")
                    .press("Save and continue");
            second.isAt(referring.draft() + "/exploitation");
            isKept("From the first window. From the second window.");
        }
    }

    @Test
    void whatIsTypedAfterTheFormWasSentFromAnotherWindowIsAddedToIt() {
        try (Visitor second = lead.anotherWindow()) {
            second.open(referring.draft() + "/happened");
            referring.taskList();
            referring.whole("Perdita Afterwards", "12 3 2012").send();
            second.type("facts", "A second car came.").press("Save and continue");
            second.sees("sent before you saved this page")
                    .picture("sent-before")
                    .fitsANarrowScreen();
            second.press("Add").sees("What you added is with the referral");
            second.sees("A second car came.");
        }
    }

    @Test
    void twoColleaguesWhoWriteUpOneCallAreToldOfEachOther() {
        try (Visitor worker = Visitor.at(port).signInAs(Cast.FRONT_DOOR).follow("Referrals");
                Visitor colleague = Visitor.at(port).signInAs(Cast.FRONT_DOOR_MANAGER)) {
            Referring call = new Referring(worker).begin("Take a referral by phone", "no", "child");
            colleague.open(call.draft() + "/worry").type("worry", "What the manager heard.");
            call.open("worry").type("worry", "What the worker heard.").press("Save and continue");
            colleague.press("Save and continue").sees("by a colleague");
            colleague.sees("What the worker heard.").sees("What the manager heard.");
            colleague.picture("two-colleagues");
        }
    }

    @Test
    void typingAndSavingAtOnceIsNeverTakenForSomebodyElse() {
        for (int i = 0; i < 5; i++) {
            referring.open("worry");
            lead.type("worry", WORRY + i).press("Save and continue").isAt(referring.draft() + "/exploitation");
        }
        isKept(WORRY + 4);
    }

    private void typeAndLeave(String text) {
        lead.type("worry", text);
        lead.field("changed").focus();
    }

    private static Locator line(Visitor visitor) {
        return visitor.page().locator("main [data-saved]");
    }

    private void isKept(String text) {
        referring.open("worry");
        assertThat(lead.field("worry")).hasValue(text);
    }
}
