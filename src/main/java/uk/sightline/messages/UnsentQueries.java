package uk.sightline.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.messages.UnsentPage.Unsent;
import uk.sightline.platform.NoSuchRecord;

/** What waits, what failed, and trying again. */
@Repository
@Transactional
class UnsentQueries {

    private static final int PAGE = 50;

    private static final String UNSENT = """
            select id, to_address, reference, purpose, state, attempts, created_at, next_at, sent_at, last_error
            from messages.mail
            where state <> 'sent'
              and (:after::uuid is null
                   or (created_at, id) > (select a.created_at, a.id from messages.mail a where a.id = :after::uuid))
            order by created_at, id
            limit :most
            """;

    private static final String COUNTS = """
            select count(*) filter (where state = 'queued') as waiting,
                   count(*) filter (where state <> 'queued') as failed
            from messages.mail
            where state <> 'sent'
            """;

    private static final String AGAIN = """
            update messages.mail set state = 'queued', attempts = 0, since = :at, next_at = :at
            where state in ('failed', 'given-up') and (:id::uuid is null or id = :id::uuid)
            """;

    private final JdbcClient sql;
    private final InstantSource time;
    private final Smtp server;
    private final Audit audit;

    UnsentQueries(JdbcClient sql, InstantSource time, Smtp server, Audit audit) {
        this.sql = sql;
        this.time = time;
        this.server = server;
        this.audit = audit;
    }

    UnsentPage page(@Nullable UUID after) {
        audit.record(Act.of("list", "mail"));
        List<Unsent> found = sql.sql(UNSENT)
                .param("after", after)
                .param("most", PAGE + 1)
                .query(UnsentQueries::unsent)
                .list();
        Counts counts = sql.sql(COUNTS).query(Counts.class).single();
        List<Unsent> shown = found.subList(0, Math.min(PAGE, found.size()));
        UUID next = found.size() > PAGE ? shown.getLast().state().id() : null;
        return new UnsentPage(server.configured(), counts.waiting, counts.failed, shown, next);
    }

    /** @throws NoSuchRecord when it is not one that failed */
    void tryAgain(UUID id) {
        if (again(id) == 0) {
            throw new NoSuchRecord();
        }
        audit.record(Act.on("send-again", "mail", id));
    }

    void tryAllAgain() {
        audit.record(Act.of("send-again", "mail").detail(again(null) + " messages"));
    }

    private int again(@Nullable UUID id) {
        return sql.sql(AGAIN)
                .param("id", id)
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Unsent unsent(ResultSet row, int number) throws SQLException {
        return new Unsent(Mail.state(row), row.getString("to_address"));
    }

    private record Counts(long waiting, long failed) {}
}
