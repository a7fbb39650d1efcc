package uk.sightline.marf;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Colleague;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.messages.Mail;

/**
 * Drafts do not live for ever (PRACTICE §1.4): their owner is told two days before one goes, and it goes with its files.
 * None goes unannounced, and a call never goes at all. What was sent is with the front door by then.
 */
@Service
@Transactional
class DraftKeeping {

    private static final String TO_WARN = """
            select id, owner from marf.draft
            where referral_id is null and purge_at <= :soon and warned_at is null
            order by purge_at limit 500 for update skip locked
            """;

    private static final String WARNED = """
            update marf.draft set warned_at = :now, purge_at = greatest(purge_at, :soon) where id = :id
            """;

    private static final String TO_PURGE = """
            select id from marf.draft
            where purge_at <= :now and (warned_at is not null or referral_id is not null)
            order by purge_at limit 500 for update skip locked
            """;

    private final JdbcClient sql;
    private final DraftStore store;
    private final Files files;
    private final Records records;
    private final Colleagues colleagues;
    private final Mail mail;
    private final Audit audit;
    private final InstantSource time;

    DraftKeeping(
            JdbcClient sql,
            DraftStore store,
            Files files,
            Records records,
            Colleagues colleagues,
            Mail mail,
            Audit audit,
            InstantSource time) {
        this.sql = sql;
        this.store = store;
        this.files = files;
        this.records = records;
        this.colleagues = colleagues;
        this.mail = mail;
        this.audit = audit;
        this.time = time;
    }

    private record Waiting(UUID id, UUID owner) {}

    /** Tells the owners of drafts that are about to go. */
    int warn() {
        OffsetDateTime soon = utc(time.instant().plus(DraftsPage.NOTICE));
        List<Waiting> waiting =
                sql.sql(TO_WARN).param("soon", soon).query(Waiting.class).list();
        for (Waiting draft : waiting) {
            sql.sql(WARNED)
                    .param("id", draft.id())
                    .param("now", utc(time.instant()))
                    .param("soon", soon)
                    .update();
            colleagues.find(draft.owner()).map(Colleague::email).ifPresent(to -> write(draft.id(), to));
        }
        return waiting.size();
    }

    private void write(UUID draft, String to) {
        mail.send(
                to,
                "A referral you began will be removed in two days",
                "You began a referral in Sightline and have not sent it. It will be removed in two days.\n\n"
                        + "To keep it, open it and save it: " + mail.link("/marf/" + draft) + "\n\n"
                        + "If somebody is in danger, ring 999.\n",
                draft.toString(),
                "notice before a draft is removed");
    }

    /** Removes drafts whose time has come, with their files. */
    int purge() {
        List<UUID> gone = sql.sql(TO_PURGE)
                .param("now", utc(time.instant()))
                .query(UUID.class)
                .list();
        for (UUID id : gone) {
            files.remove(id);
            audit.record(Act.on("erase", DraftStore.KIND, id));
            store.remove(id);
            records.drop(id);
        }
        return gone.size();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
