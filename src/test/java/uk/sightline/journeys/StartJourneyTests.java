package uk.sightline.journeys;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@JourneyTest
class StartJourneyTests {

    @LocalServerPort
    private int port;

    @Test
    void somebodyWhoIsNotSignedInIsAskedToSignInAndLearnsNothingElse() {
        try (Visitor visitor = Visitor.at(port)) {
            visitor.open("/front-door")
                    .isAt("/sign-in")
                    .sees("Sign in to Sightline")
                    .fitsANarrowScreen();
        }
    }
}
