package uk.sightline.access;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/**
 * Watches the audit for browsing (PRACTICE §12.6): many records without a relationship in an hour, and looking, or
 * trying to look, at one's own. It raises an alarm for somebody else to look into, and stops nobody.
 */
@Component
class BrowsingWatch implements Job {

    static final String THRESHOLD = "browsing-records-hour";

    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration WINDOW = Duration.ofHours(1);

    private static final String MANY = """
            insert into access.alarm (id, account_id, rule, at, records)
            select gen_random_uuid(), v.actor, 'many-records', :now, count(distinct v.record)
            from audit.act v join access.account a on a.id = v.actor and a.kind = 'person'
            where v.action = 'view' and v.record is not null and v.at > :since
              and not exists (
                select from access.relationship r
                where (r.holder = v.actor
                       or r.holder in (select h.team_id from access.holding h where h.account_id = v.actor)
                       or r.holder = access.cohort() and exists (
                            select from access.holding h join access.post_line l on l.post = h.post
                            where h.account_id = v.actor and l.reach = 'cohort'))
                  and (r.subject_id = v.record
                       or r.subject_id in (select p.person_id from access.record_person p where p.record_id = v.record))
                  and r.from_at <= v.at and (r.until_at is null or r.until_at > v.at))
              and not exists (
                select from access.alarm b
                where b.account_id = v.actor and b.rule = 'many-records' and b.at > :since)
            group by v.actor
            having count(distinct v.record) > :limit
            """;

    private static final String OWN = """
            insert into access.alarm (id, account_id, rule, at, records)
            select gen_random_uuid(), v.actor, 'own-record', :now, count(distinct v.record)
            from audit.act v join access.account a on a.id = v.actor and a.kind = 'person'
            where v.action in ('view', 'deny') and v.at > :since and a.person_id is not null
              and (v.record = a.person_id
                   or v.record in (select p.record_id from access.record_person p where p.person_id = a.person_id))
              and not exists (
                select from access.alarm b
                where b.account_id = v.actor and b.rule = 'own-record' and b.at >= v.at)
            group by v.actor
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final PracticePack pack;
    private final InstantSource time;

    BrowsingWatch(JdbcClient sql, TransactionTemplate transactions, PracticePack pack, InstantSource time) {
        this.sql = sql;
        this.transactions = transactions;
        this.pack = pack;
        this.time = time;
    }

    @Override
    public Actor actor() {
        return Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000008"), "watch");
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        OffsetDateTime now = time.instant().atOffset(ZoneOffset.UTC);
        int limit = pack.threshold(THRESHOLD, London.date(now.toInstant())).amount();
        transactions.executeWithoutResult(status -> {
            sql.sql(MANY)
                    .param("now", now)
                    .param("since", now.minus(WINDOW))
                    .param("limit", limit)
                    .update();
            sql.sql(OWN).param("now", now).param("since", now.minus(WINDOW)).update();
        });
    }
}
