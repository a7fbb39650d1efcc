package uk.sightline.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.messages.MailState.State;
import uk.sightline.platform.Ids;

@SightlineTest
class UnsentPageTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Mail mail;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    private final String reference = Ids.reference("R");
    private TestPerson sender;

    @BeforeEach
    void oneMessageWasGivenUp() {
        sender = people.socialWorker();
        sender.actor()
                .run(() -> transactions.executeWithoutResult(status ->
                        mail.send("robin@example.org", "Answered", "See " + mail.link("/x"), reference, "answer")));
        PostJob.POST.run(() -> transactions.executeWithoutResult(status -> sql.sql(
                        "update messages.mail set state = 'given-up', next_at = null, last_error = 'mailbox full'"
                                + " where reference <> :reference and state <> 'sent'")
                .param("reference", reference)
                .update()));
        PostJob.POST.run(() -> transactions.executeWithoutResult(status -> sql.sql(
                        "update messages.mail set state = 'given-up', next_at = null, last_error = 'no such mailbox'"
                                + " where reference = :reference")
                .param("reference", reference)
                .update()));
    }

    @Test
    void whoRunsOrHandsOutWorkSeesWhatFailedAndWhy() throws Exception {
        assertThat(everyPage(people.administrator()))
                .contains(reference, "robin@example.org", "no such mailbox", "No mail server is configured");
        assertThat(everyPage(people.frontDoorManager())).contains(reference);
        mvc.perform(get("/messages").with(sender.signedIn())).andExpect(status().isForbidden());
    }

    @Test
    void aFailedMessageIsTriedAgainOnRequest() throws Exception {
        UUID id = fares(sender).id();
        mvc.perform(post("/messages/" + id + "/again").with(csrf()).with(sender.signedIn()))
                .andExpect(status().isForbidden());
        assertThat(fares(sender).state()).isEqualTo(State.GIVEN_UP);
        mvc.perform(post("/messages/" + id + "/again")
                        .with(csrf())
                        .with(people.administrator().signedIn()))
                .andExpect(status().is3xxRedirection());
        assertThat(fares(sender).state()).isEqualTo(State.QUEUED);
    }

    @Test
    void theSenderReadsTheirOwnMessageAndAColleagueDoesNot() {
        assertThat(visible(sender)).isEqualTo(1);
        assertThat(visible(people.socialWorker())).isZero();
        assertThat(fares(people.socialWorker()).inWords()).doesNotContain("robin");
    }

    private MailState fares(TestPerson who) {
        return who.actor().call(() -> mail.about(reference)).getFirst();
    }

    private long visible(TestPerson who) {
        return who.actor()
                .call(() -> java.util.Objects.requireNonNull(transactions.execute(
                        status -> sql.sql("select count(*) from messages.mail where reference = :reference")
                                .param("reference", reference)
                                .query(Long.class)
                                .single())));
    }

    /** The list and what follows it: other tests' messages stand there too. */
    private String everyPage(TestPerson who) throws Exception {
        StringBuilder pages = new StringBuilder();
        String address = "/messages";
        while (!address.isEmpty()) {
            Document page = page(who, address);
            pages.append(page.text());
            address = page.select("a[rel=next]").attr("href");
        }
        return pages.toString();
    }

    private Document page(TestPerson who, String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(who.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
