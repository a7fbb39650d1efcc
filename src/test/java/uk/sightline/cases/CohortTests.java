package uk.sightline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;

/** The list of everybody who is open to the hub. */
@SightlineTest
@Import(CasesAtWork.class)
class CohortTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CasesAtWork work;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private TestTime.Settable time;

    private TestPerson manager;

    @BeforeEach
    void aManager() {
        manager = work.hubManager();
    }

    @Test
    void whoIsOpenIsListedByLevelWithHowLongAndWhoWorksWithThem() throws Exception {
        UUID high = work.person("Honor", "Lowmoor");
        work.decide(manager, high, Map.of("CSE", "HIGH", "ONLINE", "LOW"));
        UUID moderate = work.person("Mabel", "Lowmoor");
        work.decide(manager, moderate, Map.of("CCE", "MODERATE"));

        Document page = html(manager, "/cohort");
        Element row = row(page, high);
        assertThat(row.text())
                .contains("Honor Lowmoor", "High", "Child sexual exploitation, Online exploitation", "Nobody yet");
        assertThat(row.select("td[data-label='Weeks at it']").text()).isEqualTo("0");
        assertThat(row.elementSiblingIndex()).isLessThan(row(page, moderate).elementSiblingIndex());
        assertThat(row(html(manager, "/cohort?show=level-HIGH"), high).text()).contains("nobody leads; no co-worker");
        assertThat(html(manager, "/cohort?show=level-HIGH").select("a[href='/cases/" + moderate + "']"))
                .isEmpty();
    }

    @Test
    void aLevelThatHasNotChangedForTwelveWeeksIsShownAndAConfirmationIsNoChange() throws Exception {
        UUID person = work.person("Olive", "Lowmoor");
        work.decide(manager, person, Map.of("CCE", "MODERATE"));
        time.advance(Duration.ofDays(50));
        work.decide(manager, person, Map.of("CCE", "MODERATE"));
        assertThat(html(manager, "/cohort?show=no-change").select("a[href='/cases/" + person + "']"))
                .isEmpty();

        time.advance(Duration.ofDays(34));
        Element row = row(html(manager, "/cohort?show=no-change"), person);
        assertThat(row.select("td[data-label='Weeks at it']").text()).isEqualTo("12");
        assertThat(row.text()).contains("no change for 12 weeks");
    }

    @Test
    void everyFilterShowsAsManyAsItCounts() throws Exception {
        work.decide(manager, work.person("Pearl", "Lowmoor"), Map.of("CSE", "LOW"));

        for (Element filter : html(manager, "/cohort?show=level-LOW").select("nav[aria-label=Show] a")) {
            int counted = Integer.parseInt(filter.text().replaceFirst(".*\\((\\d+)\\)$", "$1"));
            assertThat(html(manager, filter.attr("href")).select("tbody tr"))
                    .as(filter.text())
                    .hasSize(counted);
        }
    }

    @Test
    void whoIsClosedOrUnknownToTheReaderIsNotOnIt() throws Exception {
        UUID closed = work.person("Rhoda", "Lowmoor");
        work.decide(manager, closed, Map.of("CSE", "LOW"));
        assertThat(html(work.nurseOfTheHub(), "/cohort").select("a[href='/cases/" + closed + "']"))
                .isNotEmpty();
        work.close(manager, closed);

        assertThat(html(manager, "/cohort").select("a[href='/cases/" + closed + "']"))
                .isEmpty();
        assertThat(answer(colleagues.frontDoorWorker(), "/cohort").getStatus()).isEqualTo(403);
    }

    private static Element row(Document page, UUID person) {
        return page.select("tr:has(a[href='/cases/" + person + "'])").getFirst();
    }

    private Document html(TestPerson who, String address) throws Exception {
        return Jsoup.parse(answer(who, address).getContentAsString());
    }

    private MockHttpServletResponse answer(TestPerson who, String address) throws Exception {
        return mvc.perform(get(address).with(who.signedIn())).andReturn().getResponse();
    }
}
