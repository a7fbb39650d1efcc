package uk.sightline.journeys;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Without consent at level 2 or 3 the form stops hard, and there are three ways on (PRACTICE §1.3). */
@JourneyTest
class ConsentJourneyTests {

    @LocalServerPort
    private int port;

    private Visitor lead;
    private Referring referring;

    @BeforeEach
    void aFormThatStops() {
        lead = Visitor.at(port).signInAs(Cast.LEAD);
        referring = new Referring(lead).begin("child");
        referring
                .upToLevel("Ottilie Marchbank", "about 13")
                .level("3", "Several worries, and help is needed.")
                .consentOfParents("yes", "", "refused");
        referring.at("/stop").sees("There are three ways on");
    }

    @AfterEach
    void leave() {
        lead.close();
    }

    @Test
    void itCannotBeSentUntilOneOfTheThreeIsChosen() {
        lead.picture("hard-stop").fitsANarrowScreen();
        lead.press("Continue").sees("Choose one of the three ways on").picture("hard-stop-error");
        referring.open("check").sees("Still missing").doesNotSee(">Send<").picture("check-missing");
    }

    @Test
    void consentIsAskedForWhileTheDraftWaitsAndThenItGoesOn() {
        lead.pick("route", "get-consent").press("Continue").isAt(referring.draft());
        lead.sees("Waiting for consent").picture("waiting-for-consent");
        referring.open("check").doesNotSee(">Send<");
        referring.task("Consent and who knows");
        lead.pick("sharing", "given").type("givenBy", "Her mother").type("covers", "Mother and daughter");
        referring.saved().send();
    }

    @Test
    void raisedToLevelFourItNeedsAReasonAndThenGoesOn() {
        lead.pick("route", "upgrade").press("Continue").sees("Say what significant harm you see");
        lead.type("reason", "He came to her door with a knife and says he will use it.")
                .press("Continue");
        String receipt = referring.send();
        try (Visitor worker = Visitor.at(port)) {
            new FrontDoor(worker, Cast.FRONT_DOOR).open(receipt);
            worker.sees("Age as told: about 13")
                    .sees("He came to her door with a knife")
                    .sees("Raise to level 4 and say why");
        }
    }

    @Test
    void asIntelligenceOnlyItAsksForNoServiceAndStillHasAnOwner() {
        lead.pick("route", "intelligence-only").press("Continue");
        referring.at("/check").sees("This goes as intelligence only").picture("check-intelligence");
        String receipt = referring.send();
        lead.sees("It does not ask for a service for this person").picture("receipt-intelligence");
        try (Visitor worker = Visitor.at(port)) {
            new FrontDoor(worker, Cast.FRONT_DOOR).open(receipt);
            worker.sees("intelligence only").picture("triage-intelligence");
        }
    }
}
