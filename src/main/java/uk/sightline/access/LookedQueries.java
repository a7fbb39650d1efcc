package uk.sightline.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.WhyController.Look;
import uk.sightline.access.WhyController.WhyPage;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;

/** Reads who looked at a record from the audit, and why the actor sees it. Both are looks themselves, and recorded. */
@Repository
@Transactional
class LookedQueries {

    static final int PAGE = 50;

    private static final Set<Action> MANAGING = Set.of(Action.GRANT, Action.EXCLUDE, Action.SEAL);

    /** Of a person, with the looks at records that were merged into theirs. */
    private static final String LOOKS = """
            select v.id, v.at, v.action, v.reason, a.name,
                   (select string_agg(distinct p.label, ', ')
                    from access.holding h join access.post p on p.key = h.post
                    where h.account_id = v.actor and h.from_at <= v.at
                      and (h.until_at is null or h.until_at > v.at)) as posts
            from audit.act v left join access.account a on a.id = v.actor
            where v.record = any (array(
                    select :record::uuid
                    union
                    select p.record_id from access.record_person p join access.record r on r.id = p.record_id
                    where p.person_id = :record and r.kind = 'identity'))
              and v.action not in ('deny', 'break-glass-refused')
              and (:before::bigint is null or v.id < :before)
            order by v.id desc
            limit :limit
            """;

    private final Access access;
    private final Audit audit;
    private final JdbcClient sql;

    LookedQueries(Access access, Audit audit, JdbcClient sql) {
        this.access = access;
        this.audit = audit;
        this.sql = sql;
    }

    WhyPage why(UUID record) {
        List<String> reasons = access.why(record);
        audit.record(Act.on("ask-why", "access", record));
        boolean manage = access.actions().stream().anyMatch(MANAGING::contains);
        return new WhyPage(record, reasons, access.glass(record).orElse(null), manage);
    }

    /** Newest first; one more than a page, to tell whether there are older ones. */
    List<Look> looks(UUID record, @Nullable Long before) {
        access.require(Action.VIEW, record);
        audit.record(Act.on("ask-who-looked", "audit", record));
        return sql.sql(LOOKS)
                .param("record", record)
                .param("before", before)
                .param("limit", PAGE + 1)
                .query(Look.class)
                .list();
    }
}
