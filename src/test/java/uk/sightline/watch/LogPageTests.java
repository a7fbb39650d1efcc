package uk.sightline.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Ids;

@SightlineTest
class LogPageTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transactions;

    private TestPerson watcher;
    private TestPerson worker;
    private final UUID record = Ids.next();

    @BeforeEach
    void someoneLookedAtSixtyThings() {
        watcher = people.informationGovernance();
        worker = people.frontDoorWorker();
        worker.actor()
                .run(() -> transactions.executeWithoutResult(status -> {
                    for (int i = 0; i < 60; i++) {
                        audit.viewed("referral", i == 30 ? record : Ids.next());
                    }
                    audit.record(Act.on("print", "referral", record).because("for the strategy discussion"));
                }));
    }

    @Test
    void whoWatchesSeesWhatAnAccountDidPageByPage() throws Exception {
        Document first = page("/audit?actor=" + worker.id());
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select("tbody tr").eachText().getFirst())
                .contains(worker.name(), "print referral", "strategy");
        String earlier = first.select(".govuk-pagination__next a").attr("href");
        assertThat(page(earlier).select("tbody tr")).hasSize(11);
    }

    @Test
    void theLogIsAskedByRecordActionAndDay() throws Exception {
        assertThat(page("/audit?record=" + record).select("tbody tr")).hasSize(2);
        assertThat(page("/audit?action=print&day=2026-11-10&record=" + record).select("tbody tr"))
                .hasSize(1);
        assertThat(page("/audit?day=2026-11-09&record=" + record).select("tbody tr"))
                .isEmpty();
    }

    @Test
    void lookingAtTheLogIsInTheLog() throws Exception {
        page("/audit?record=" + record);
        Document own = page("/audit?action=search&actor=" + watcher.id());
        assertThat(own.select("tbody tr").eachText()).anyMatch(line -> line.contains("record " + record));
    }

    @Test
    void nobodyElseOpensItAndThatTheyTriedIsInTheLog() throws Exception {
        for (TestPerson other : List.of(worker, people.administrator(), people.frontDoorManager())) {
            mvc.perform(get("/audit").with(other.signedIn())).andExpect(status().isForbidden());
            assertThat(page("/audit?action=deny&actor=" + other.id()).select("tbody tr"))
                    .hasSize(1);
        }
    }

    @Test
    void whatIsNoIdIsSaidBesideTheField() throws Exception {
        String html = mvc.perform(get("/audit?actor=robin&day=31").with(watcher.signedIn()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(html).select(".govuk-error-message").eachText())
                .anyMatch(message -> message.contains("id of an account"))
                .anyMatch(message -> message.contains("real date"));
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(watcher.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
