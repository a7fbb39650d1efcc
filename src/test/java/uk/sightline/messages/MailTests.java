package uk.sightline.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.audit.Audit;
import uk.sightline.messages.MailState.State;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

@SightlineTest
class MailTests {

    private static final Actor ESCALATION =
            Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000003"), "escalation");

    @Autowired
    private Mail mail;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestTime.Settable time;

    @Autowired
    private Audit audit;

    private final int port = freePort();
    private GreenMail server = server(port);
    private final String reference = Ids.reference("R");

    @BeforeEach
    void nothingElseIsDue() {
        time.set(TestTime.START);
        PostJob.POST.run(() -> transactions.executeWithoutResult(status -> sql.sql(
                        "update messages.mail set state = 'given-up', next_at = null, last_error = 'left over'"
                                + " where state in ('queued', 'failed')")
                .update()));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMessageIsSentAfterTheTransactionThatQueuedIt() throws Exception {
        send("taylor@example.org");
        assertThat(fares().getFirst().state()).isEqualTo(State.QUEUED);

        work();

        MimeMessage arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("Your referral " + reference + " has been answered");
        assertThat(arrived.getContent().toString()).contains(reference).contains("http://localhost");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(fares().getFirst().state()).isEqualTo(State.SENT);
        assertThat(fares().getFirst().inWords()).isEqualTo("Sent on 10 November 2026 at 10:00.");
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        ESCALATION.run(() -> transactions.executeWithoutResult(status -> {
            queue("taylor@example.org");
            status.setRollbackOnly();
        }));
        work();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(fares()).isEmpty();
    }

    @Test
    void aMessageIsOnlyQueuedInTheTransactionOfWhatItTellsOf() {
        assertThatThrownBy(() -> ESCALATION.run(() -> queue("taylor@example.org")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAndTheFailureShows() {
        send("taylor@example.org");
        server.stop();
        work();
        assertThat(fares().getFirst().state()).isEqualTo(State.FAILED);
        assertThat(fares().getFirst().nextAt()).isEqualTo(TestTime.START.plus(Duration.ofMinutes(1)));
        assertThat(fares().getFirst().inWords()).startsWith("Not sent yet, tried once:");

        work();
        assertThat(fares().getFirst().attempts()).isEqualTo(1);

        server = server(port);
        server.start();
        time.advance(Duration.ofMinutes(1));
        work();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(fares().getFirst().state()).isEqualTo(State.SENT);
    }

    @Test
    void afterThreeDaysItIsGivenUp() {
        send("taylor@example.org");
        server.stop();
        work();
        time.advance(Outgoing.PATIENCE);
        work();
        assertThat(fares().getFirst().state()).isEqualTo(State.GIVEN_UP);
        assertThat(fares().getFirst().needsAttention()).isTrue();
    }

    @Test
    void anAddressThatIsNoneIsGivenUpAtOnceAndHoldsUpNobody() {
        send("not an address");
        send("taylor@example.org");
        work();
        assertThat(fares()).extracting(MailState::state).containsExactlyInAnyOrder(State.GIVEN_UP, State.SENT);
    }

    @Test
    void twoWorkersNeverSendOneMessageTwice() throws Exception {
        int messages = 40;
        for (int i = 0; i < messages; i++) {
            send("taylor" + i + "@example.org");
        }
        Callable<Boolean> worker = () -> {
            work();
            return true;
        };
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            nodes.invokeAll(List.of(worker, worker, worker));
        }
        assertThat(server.getReceivedMessages()).hasSize(messages);
        assertThat(fares()).extracting(MailState::state).containsOnly(State.SENT);
    }

    @Test
    void withoutAServerMessagesStayQueued() {
        send("taylor@example.org");
        MailSettings none = new MailSettings("", null, null, null, null, null);
        PostJob.POST.run(new PostJob(sql, transactions, time, new Smtp(none, time), audit)::run);
        assertThat(fares().getFirst().state()).isEqualTo(State.QUEUED);
    }

    private void work() {
        MailSettings settings =
                new MailSettings("localhost", port, null, null, "sightline@example.org", MailSettings.Tls.NONE);
        PostJob.POST.run(new PostJob(sql, transactions, time, new Smtp(settings, time), audit)::run);
    }

    private void send(String to) {
        ESCALATION.run(() -> transactions.executeWithoutResult(status -> queue(to)));
    }

    private void queue(String to) {
        mail.send(
                to,
                "Your referral " + reference + " has been answered",
                "Your referral " + reference + " has been answered. Read the answer: "
                        + mail.link("/referrals/" + Ids.next()),
                reference,
                "answer to the referrer");
    }

    private List<MailState> fares() {
        return ESCALATION.call(() -> mail.about(reference));
    }

    private static GreenMail server(int port) {
        return new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
