package uk.sightline.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Letterbox;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/**
 * Sends e-mail by way of a table: queued with what it tells of, or not at all. Texts hold a reference and a link, never
 * personal data (DESIGN §6): anyone may come to read an inbox.
 */
@Service
public class Mail implements Letterbox {

    private static final String QUEUE = """
            insert into messages.mail
              (id, to_address, subject, body, reference, purpose, state, since, next_at, created_at, created_by)
            values (:id, :to, :subject, :body, :reference, :purpose, 'queued', :at, :at, :at, :by)
            """;

    private static final String ABOUT = """
            select id, reference, purpose, state, attempts, created_at, next_at, sent_at, last_error
            from messages.about(:reference)
            """;

    private final JdbcClient sql;
    private final InstantSource time;
    private final String address;

    Mail(JdbcClient sql, InstantSource time, @Value("${sightline.address}") String address) {
        this.sql = sql;
        this.time = time;
        this.address = address.replaceAll("/+$", "");
    }

    /**
     * Queues a message in the running transaction. An address that no server takes does not fail here: it shows beside
     * the reference as a message that could not be sent.
     *
     * @param subject one line, without personal data
     * @param body plain text: a reference and a {@link #link}, without personal data
     * @param reference of the record it is about, under which {@link #about} finds it
     * @param purpose what it is for, in words: "answer to the referrer"
     * @throws IllegalArgumentException if the subject or the address has more than one line
     */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(String to, String subject, String body, String reference, String purpose) {
        sql.sql(QUEUE)
                .param("id", Ids.next())
                .param("to", oneLine(to))
                .param("subject", oneLine(subject))
                .param("body", body)
                .param("reference", reference)
                .param("purpose", purpose)
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .param("by", Actor.current().id())
                .update();
    }

    /** The messages about a reference, oldest first, for the page of a record that the actor may see. */
    @Transactional
    public List<MailState> about(String reference) {
        return sql.sql(ABOUT)
                .param("reference", reference)
                .query((row, n) -> state(row))
                .list();
    }

    /**
     * The whole address of a page, for the body of a message.
     *
     * @param path from the root: {@code /referrals/…}
     */
    public String link(String path) {
        return address + path;
    }

    static MailState state(ResultSet row) throws SQLException {
        return new MailState(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("purpose"),
                MailState.State.of(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("next_at", OffsetDateTime.class)),
                instant(row.getObject("sent_at", OffsetDateTime.class)),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime kept) {
        return kept == null ? null : kept.toInstant();
    }

    private static String oneLine(String text) {
        if (text.lines().count() > 1) {
            throw new IllegalArgumentException("A subject or an address is one line");
        }
        return text.strip();
    }
}
