package uk.sightline.worklist;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the proof reads, all in the snapshot of its one transaction. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ProofQueries {

    private static final String CHANNELS = """
            select i.channel, count(*) as received,
                   count(*) filter (where i.decided_at is not null) as decided,
                   count(*) filter (where i.state in ('acknowledged', 'triaged')) as open
            from referrals.item i
            group by i.channel
            order by i.channel
            """;

    /** The other side of the count: what the log says was sent in, whether or not there is a referral. */
    private static final String SENT_AND_GONE = """
            select a.record, min(a.detail) as reference
            from audit.act a
            where a.action = 'add' and a.kind = 'referral'
              and not exists (select from referrals.item i where i.id = a.record)
            group by a.record
            order by a.record
            """;

    private static final String OPEN = """
            select i.id, i.reference, i.team_id, i.owner_id, i.answered_at is not null as answered,
                   exists (select from clocks.running r where r.subject_id = i.id) as clocked
            from referrals.item i
            where i.closed_at is null and i.id > :after
            order by i.id
            limit :limit
            """;

    private static final String CLOCKS_WITHOUT_WORK = """
            select r.subject_id, min(r.reference) as reference, min(r.rule) as rule
            from clocks.running r join referrals.item i on i.id = r.subject_id
            where i.closed_at is not null
            group by r.subject_id
            order by r.subject_id
            """;

    private final JdbcClient sql;

    ProofQueries(JdbcClient sql) {
        this.sql = sql;
    }

    List<Proof.Channel> channels() {
        return sql.sql(CHANNELS)
                .query((row, n) -> Proof.Channel.of(
                        row.getString("channel"), row.getLong("received"), row.getLong("decided"), row.getLong("open")))
                .list();
    }

    void sentAndGone(Consumer<Proof.Broken> broken) {
        sql.sql(SENT_AND_GONE).query(row -> {
            broken.accept(Proof.Broken.referral(
                    row.getObject("record", UUID.class),
                    String.valueOf(row.getString("reference")),
                    "It was received, and there is no referral.",
                    "Restore it from the backup and ask support: rows were removed outside Sightline."));
        });
    }

    void clocksWithoutWork(Consumer<Proof.Broken> broken) {
        sql.sql(CLOCKS_WITHOUT_WORK).query(row -> {
            broken.accept(Proof.Broken.referral(
                    row.getObject("subject_id", UUID.class),
                    row.getString("reference"),
                    "It is closed, and its clock %s still runs.".formatted(row.getString("rule")),
                    "Open it, look whether something was left undone, and ask support to stop the clock."));
        });
    }

    List<OpenItem> openAfter(UUID last, int limit) {
        return sql.sql(OPEN)
                .param("after", last)
                .param("limit", limit)
                .query((row, n) -> new OpenItem(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        row.getObject("team_id", UUID.class),
                        row.getObject("owner_id", UUID.class),
                        row.getBoolean("answered"),
                        row.getBoolean("clocked")))
                .list();
    }
}
