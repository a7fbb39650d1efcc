package uk.sightline.worklist;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.Colleagues;
import uk.sightline.clocks.Tellings;
import uk.sightline.messages.Mail;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;
import uk.sightline.platform.London;

/**
 * One message a day at most for everybody who was told something, with a number and a link: no names and no references,
 * for anyone may come to read an inbox. Nothing is sent at night; what cannot wait is on the list at once.
 */
@Component
class Digests implements Job {

    private static final Actor DIGEST = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000003"), "digest");
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final LocalTime MORNING = LocalTime.of(7, 30);

    private static final String BODY = """
            You have %d new %s on your work list in Sightline.

            Open your list: %s

            This is sent once a day at most. It names nobody on purpose.
            """;

    private final Tellings tellings;
    private final Colleagues colleagues;
    private final Mail mail;
    private final InstantSource time;
    private final TransactionTemplate transactions;

    Digests(Tellings tellings, Colleagues colleagues, Mail mail, InstantSource time, TransactionTemplate transactions) {
        this.tellings = tellings;
        this.colleagues = colleagues;
        this.mail = mail;
        this.time = time;
        this.transactions = transactions;
    }

    @Override
    public Actor actor() {
        return DIGEST;
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        var now = London.dateTime(time.instant());
        if (now.toLocalTime().isBefore(MORNING)) {
            return;
        }
        var today = London.instant(now.toLocalDate().atStartOfDay());
        tellings.unmailed(today).stream()
                .takeWhile(account -> Job.mayGoOn())
                .forEach(account -> transactions.executeWithoutResult(status -> send(account)));
    }

    private void send(UUID account) {
        var email = colleagues
                .find(account)
                .filter(colleague -> colleague.state().equals("active"))
                .map(Colleagues.Colleague::email);
        var notices = tellings.mailed(account);
        if (notices > 0) {
            email.ifPresent(to -> mail.send(to, "Your work list", body(notices), "work list", "daily digest"));
        }
    }

    private String body(int notices) {
        return BODY.formatted(notices, notices == 1 ? "notice" : "notices", mail.link("/work"));
    }
}
