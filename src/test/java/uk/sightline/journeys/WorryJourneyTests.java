package uk.sightline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Anyone may tell, without an account and without a name. */
@JourneyTest
class WorryJourneyTests {

    @LocalServerPort
    private int port;

    @Test
    void aNeighbourTellsAWorryWithoutANameAndItReachesTheFrontDoor() {
        String receipt = worry();
        try (Visitor worker = Visitor.at(port)) {
            new FrontDoor(worker, Cast.FRONT_DOOR).open(receipt);
            worker.sees("From the public")
                    .sees("A boy of about ten lets strangers in")
                    .picture("triage-worry");
        }
    }

    private String worry() {
        try (Visitor neighbour = Visitor.at(port)) {
            neighbour.open("/worry").picture("worry").fitsANarrowScreen().sees("You do not have to say who you are");
            canLeaveAtOnce(neighbour);
            neighbour.type("facts", "A boy of about ten lets strangers in at night, and he looks frightened.");
            neighbour
                    .type("where", "The end house of Invented Row")
                    .press("Send")
                    .isAt("/worry/sent");
            canLeaveAtOnce(neighbour);
            neighbour.picture("worry-sent");
            return Referring.receipt(neighbour);
        }
    }

    private static void canLeaveAtOnce(Visitor visitor) {
        assertThat(visitor.page().locator(".govuk-exit-this-page a")).isVisible();
    }

    @Test
    void thePublicCanLookNothingUp() {
        String receipt = worry();
        try (Visitor other = Visitor.at(port)) {
            other.open("/worry/sent").isAt("/worry").doesNotSee(receipt);
            assertThat(other.page().locator("input[type=search], form[action*=people], form[action*=referrals]"))
                    .hasCount(0);
            other.open("/referrals").isAt("/sign-in");
        }
    }
}
