package uk.sightline.journeys;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Filling a referral in, when things go wrong. */
@JourneyTest
class ReferralJourneyTests {

    private static final String LEAD = "School safeguarding lead";

    @LocalServerPort
    private int port;

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
}
