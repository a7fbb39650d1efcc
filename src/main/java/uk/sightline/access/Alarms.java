package uk.sightline.access;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.StaleVersion;

/** Alarms about browsing, for those who watch; one's own are not among them. */
@Repository
@Transactional
class Alarms {

    private static final String LIST = """
            select m.id, a.name, a.email, m.rule, m.at, m.records, b.name as acknowledged_by, m.acknowledged_at, m.note,
                   m.version
            from access.alarm m
            join access.account a on a.id = m.account_id
            left join access.account b on b.id = m.acknowledged_by
            where m.account_id <> platform.me()
            order by m.acknowledged_at is not null, m.at desc, m.id
            limit 200
            """;

    private static final String ACKNOWLEDGE = """
            update access.alarm
            set acknowledged_by = :me, acknowledged_at = :now, note = :note, version = version + 1
            where id = :id and version = :version and acknowledged_at is null and account_id <> :me
            """;

    private final Access access;
    private final Audit audit;
    private final JdbcClient sql;
    private final InstantSource time;

    Alarms(Access access, Audit audit, JdbcClient sql, InstantSource time) {
        this.access = access;
        this.audit = audit;
        this.sql = sql;
        this.time = time;
    }

    List<Alarm> list() {
        access.require(Action.WATCH_AUDIT);
        return sql.sql(LIST).query(Alarm.class).list();
    }

    void acknowledge(UUID id, int version, String note) {
        access.require(Action.WATCH_AUDIT);
        Words.check("note", note);
        StaleVersion.unlessOne(sql.sql(ACKNOWLEDGE)
                .param("me", Actor.current().id())
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .param("note", note.strip())
                .param("id", id)
                .param("version", version)
                .update());
        audit.record(new Act("acknowledge", "alarm", id, note.strip(), null));
    }

    record Alarm(
            UUID id,
            String name,
            String email,
            String rule,
            OffsetDateTime at,
            int records,
            @Nullable String acknowledgedBy,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable String note,
            int version) {

        String says() {
            return rule.equals("own-record")
                    ? "Looked, or tried to look, at a record about themselves"
                    : "Looked at " + records + " records in an hour without a relationship";
        }
    }
}
