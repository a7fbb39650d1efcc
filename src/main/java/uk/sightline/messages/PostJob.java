package uk.sightline.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.messages.MailState.State;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;

/**
 * Sends what is due, one message in one transaction: the row stays locked while the server is spoken to, so that no other
 * worker takes it.
 */
@Component
class PostJob implements Job {

    static final Actor POST = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000007"), "post");

    private static final int MOST_IN_ONE_RUN = 500;

    private static final String DUE = """
            select id, to_address, subject, body, reference, attempts, since
            from messages.mail
            where state in ('queued', 'failed') and next_at <= :at
            order by next_at
            limit 1
            for update skip locked
            """;

    private static final String DONE = """
            update messages.mail
            set state = :state, attempts = attempts + 1, next_at = :next::timestamptz, sent_at = :sent::timestamptz,
                last_error = :error
            where id = :id
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private final Smtp server;
    private final Audit audit;

    PostJob(JdbcClient sql, TransactionTemplate transactions, InstantSource time, Smtp server, Audit audit) {
        this.sql = sql;
        this.transactions = transactions;
        this.time = time;
        this.server = server;
        this.audit = audit;
    }

    @Override
    public Actor actor() {
        return POST;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    /** Ends when nothing is due, or the server takes nothing now: the others would wait for the same server. */
    @Override
    public void run() {
        if (!server.configured()) {
            return;
        }
        for (int i = 0; i < MOST_IN_ONE_RUN; i++) {
            Optional<Delivery> tried = sendNext();
            if (tried.isEmpty() || tried.get() instanceof Delivery.Deferred) {
                return;
            }
        }
    }

    /** What became of the message that has waited longest, if one is due. */
    Optional<Delivery> sendNext() {
        return Objects.requireNonNull(transactions.execute(status -> due().map(this::send)));
    }

    private Optional<Outgoing> due() {
        return sql.sql(DUE)
                .param("at", utc(time.instant()))
                .query(Outgoing.class)
                .optional();
    }

    private Delivery send(Outgoing mail) {
        Delivery delivery = server.deliver(mail);
        Instant now = time.instant();
        switch (delivery) {
            case Delivery.Sent _ -> {
                keep(mail, State.SENT, null, now, null);
                audit.record(Act.on("send", "mail", mail.id()).detail(mail.reference()));
            }
            case Delivery.Deferred(String reason)
            when !mail.outOfPatience(now) -> keep(mail, State.FAILED, now.plus(mail.pauseAfterThis()), null, reason);
            case Delivery.Deferred(String reason) -> keep(mail, State.GIVEN_UP, null, null, reason);
            case Delivery.Refused(String reason) -> keep(mail, State.GIVEN_UP, null, null, reason);
        }
        return delivery;
    }

    private void keep(
            Outgoing mail, State state, @Nullable Instant next, @Nullable Instant sent, @Nullable String error) {
        sql.sql(DONE)
                .param("id", mail.id())
                .param("state", state.code())
                .param("next", utc(next))
                .param("sent", utc(sent))
                .param("error", error)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
