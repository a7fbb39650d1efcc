package uk.sightline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The front door writes for those who ring. */
@JourneyTest
class PhoneJourneyTests {

    @LocalServerPort
    private int port;

    @Test
    void aCallAboutABrotherAndASisterIsWrittenUpBeforeItsClockRunsOut() {
        try (Visitor worker = Visitor.at(port)) {
            Referring call = new Referring(worker.signInAs(Cast.FRONT_DOOR).follow("Referrals"))
                    .begin("Take a referral by phone", "no", "child");
            worker.sees("Write it up by").picture("call-begun");
            worker.open("/work").sees("Written referral after a phone call").picture("call-clock");
            clock(call, worker).click();
            worker.isAt(call.draft());
            caller(call, worker);
            siblings(call, worker);
            call.happened("The same car waits for both.", "He calls us his little soldiers")
                    .worry("That they are taken to another town.")
                    .exploitation("CCE")
                    .signs("D12-01")
                    .level("4", "An adult nobody knows drives them away.")
                    .consentOfParents("no-unable-to-contact", "She is at work until six.", "not-sought");
            String receipt = call.send();
            worker.picture("call-receipt");
            worker.open("/work");
            assertThat(clock(call, worker)).hasCount(0);
            worker.open("/front-door").follow(receipt).sees("2 people are on this form");
            worker.sees("Perran Tolliver")
                    .sees("Elowen Tolliver")
                    .sees("By telephone")
                    .picture("triage-siblings");
        }
    }

    /** The row of this call's clock; other calls may wait beside it. */
    private static Locator clock(Referring call, Visitor worker) {
        return worker.page().locator("main a[href='" + call.draft().replace("/marf/", "/work/open/draft/") + "']");
    }

    private static void caller(Referring call, Visitor worker) {
        call.task("Who is worried");
        worker.pick("unnamed", "yes").from("source", "1B").picture("who-rang");
        call.saved();
    }

    private static void siblings(Referring call, Visitor worker) {
        call.at("/people/");
        worker.type("name", "Perran Tolliver")
                .type("birth", "about 12")
                .pick("sex", "1")
                .from("ethnicity", "NOBT");
        worker.type("address", "1 Invented Row").type("postcode", "BD3 9CK").pick("disabilities", "NONE");
        worker.press("Save and add another person").picture("people").press("Add a brother or sister");
        assertThat(worker.field("postcode")).hasValue("BD3 9CK");
        worker.type("name", "Elowen Tolliver")
                .type("birth", "about 10")
                .pick("sex", "2")
                .pick("disabilities", "NONE");
        call.saved();
    }
}
