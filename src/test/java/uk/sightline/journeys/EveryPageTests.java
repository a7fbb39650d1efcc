package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.sightline.people.People;
import uk.sightline.referrals.Referrals;

/** Every page that a post can reach by links is whole: by status, axe, width, heading, title, words and paper. */
@JourneyTest
class EveryPageTests {

    private static final List<String> OTHERS = List.of(
            Beforehand.WORKER,
            Beforehand.LEAD,
            "Adult MASH practitioner",
            "Information governance officer",
            "Administrator",
            "Hub team manager",
            "Police missing coordinator",
            "Partner, Housing Options Safeguarding");
    /** Who has a form in hand, so that its pages are walked too: one's own, or a caller's. */
    private static final Map<String, String> BEGIN =
            Map.of(Beforehand.LEAD, "/marf/new", Beforehand.WORKER, "/marf/new?phone");

    private static final List<String> PAGES_OF_A_PERSON = List.of(
            "/people/",
            "/access/why/",
            "/access/looked/",
            "/access/conflict/",
            "/access/manage/",
            "/access/break-glass/");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Referrals referrals;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Front-door worker, Integrated Front Door | 27",
                "Front-door manager | 33",
                "School safeguarding lead | 24",
                "Adult MASH practitioner | 25",
                "Information governance officer | 10",
                "Administrator | 11",
                "Hub team manager | 15",
                "Police missing coordinator | 6",
                "Partner, Housing Options Safeguarding | 8"
            })
    void everyPageThatLinksLeadToIsWhole(String post, int kinds) {
        try (Visitor visitor = Visitor.at(port)) {
            visitor.signInAs(post);
            if (BEGIN.containsKey(post)) {
                visitor.open(BEGIN.get(post))
                        .pick("danger", "no")
                        .pick("about", "child")
                        .press("Continue");
            }
            Crawl crawl = new Crawl(visitor).from("/");
            LoggerFactory.getLogger(EveryPageTests.class).info("{} saw {}", post, crawl.kinds());
            assertThat(crawl.faults()).as("faults of the pages of %s", post).isEmpty();
            assertThat(crawl.kinds()).as("kinds of page of %s", post).hasSizeGreaterThanOrEqualTo(kinds);
        }
    }

    @Test
    void aSealedPersonIsNotThereForAnyOtherPost() {
        Beforehand beforehand = new Beforehand(port, people, referrals);
        UUID sealed = beforehand.known("Hermia", "Winterbourne-Vale", LocalDate.of(2013, 2, 17));
        beforehand.sealed(sealed);
        for (String post : OTHERS) {
            try (Visitor other = Visitor.at(port)) {
                other.signInAs(post);
                PAGES_OF_A_PERSON.forEach(page -> Silence.isKept(other, page, sealed));
            }
        }
    }
}
