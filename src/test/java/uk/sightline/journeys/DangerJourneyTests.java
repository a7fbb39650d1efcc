package uk.sightline.journeys;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** When somebody is in danger now, the telephone comes first. */
@JourneyTest
class DangerJourneyTests {

    @LocalServerPort
    private int port;

    @Test
    void ring999StandsBeforeEverythingAndWhoRangIsRecorded() {
        try (Visitor lead = Visitor.at(port);
                Visitor worker = Visitor.at(port)) {
            Referring referring = new Referring(lead.signInAs(Cast.LEAD).follow("Referrals"))
                    .begin("Make a referral", "yes", "child");
            referring.at("/danger").sees("Ring 999").picture("ring-999").fitsANarrowScreen();
            lead.press("Save and continue").sees("Say who rang 999. If nobody has, ring now");
            lead.type("rungBy", "Victoria Stansfield, the school")
                    .type("rungTime", "9am")
                    .type("logNumber", "0412 of today");
            String receipt =
                    referring.saved().fromPerson("Sidra Ashcombe", "15").send();
            new FrontDoor(worker, Cast.FRONT_DOOR).open(receipt);
            worker.sees("Immediate danger: rung by Victoria Stansfield, the school");
            worker.sees("police log 0412 of today")
                    .doesNotSee("no police log number is known")
                    .picture("triage-danger");
        }
    }

    @Test
    void withoutALogNumberTheFrontDoorIsRemindedUntilItIsThere() {
        try (Visitor lead = Visitor.at(port);
                Visitor worker = Visitor.at(port)) {
            Referring referring = new Referring(lead.signInAs(Cast.LEAD).follow("Referrals"))
                    .begin("Make a referral", "yes", "child");
            lead.type("rungBy", "The school office").type("rungTime", "9am");
            String receipt =
                    referring.saved().fromPerson("Lowen Ashcombe", "16").send();
            new FrontDoor(worker, Cast.FRONT_DOOR).open(receipt);
            worker.sees("no police log number is known").picture("triage-no-log");
            worker.type("log", "0413").type("rungBy", "The school office, 9am");
            worker.press("Save");
            worker.doesNotSee("no police log number is known");
        }
    }
}
