package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page that a post can reach by links is whole: by status, axe, width, heading, title, words and paper. */
@JourneyTest
class EveryPageTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Front-door worker, Integrated Front Door | 20",
                "Front-door manager | 20",
                "School safeguarding lead | 10",
                "Adult MASH practitioner | 10",
                "Information governance officer | 5",
                "Administrator | 5",
                "Hub team manager | 10",
                "Police missing coordinator | 5",
                "Partner, Housing Options Safeguarding | 5"
            })
    void everyPageThatLinksLeadToIsWhole(String post, int kinds) {
        try (Visitor visitor = Visitor.at(port)) {
            visitor.signInAs(post);
            Crawl crawl = new Crawl(visitor).from("/");
            System.out.println(post + " " + crawl.kinds().size() + " " + crawl.kinds());
            assertThat(crawl.faults()).as("faults of the pages of %s", post).isEmpty();
            assertThat(crawl.kinds()).as("kinds of page of %s", post).hasSizeGreaterThanOrEqualTo(kinds);
        }
    }
}
