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
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/**
 * Reviews of emergency access: by a manager of the person's team, or by information governance, never by the person. The
 * queue is the same for listing and deciding.
 */
@Repository
@Transactional
class Reviewers {

    private static final String MANAGERS = """
            select distinct a.email
            from access.holding theirs
            join access.holding h on h.team_id = theirs.team_id and h.account_id <> theirs.account_id
            join access.post_may m on m.post = h.post and m.action = 'review-break-glass'
            join access.account a on a.id = h.account_id and a.state = 'active'
            where theirs.account_id = :account
              and theirs.from_at <= platform.at() and (theirs.until_at is null or theirs.until_at > platform.at())
              and h.from_at <= platform.at() and (h.until_at is null or h.until_at > platform.at())
            """;

    private static final String GOVERNANCE = """
            select distinct a.email
            from access.holding h
            join access.post_may m on m.post = h.post and m.action = 'decide:browsing-alarm'
            join access.account a on a.id = h.account_id and a.state = 'active'
            where a.id <> :account and h.from_at <= platform.at() and (h.until_at is null or h.until_at > platform.at())
            """;

    private static final String QUEUE = """
            select g.id, g.reference, a.name, g.reason_code, g.reason, g.at, g.until_at, g.review_due_at, g.version,
                   f.kind, g.review_due_at < platform.at() as late
            from access.break_glass g
            join access.account a on a.id = g.account_id
            left join lateral access.facts(g.subject_id) f on true
            where g.reviewed_at is null and g.account_id <> platform.me()
              and (:id::uuid is null or g.id = :id)
              and ((select access.i_may('decide:browsing-alarm')) or exists (
                select from access.holding theirs join access.holding mine on mine.team_id = theirs.team_id
                where theirs.account_id = g.account_id and theirs.from_at <= g.at
                  and (theirs.until_at is null or theirs.until_at > g.at)
                  and mine.account_id = platform.me() and mine.from_at <= platform.at()
                  and (mine.until_at is null or mine.until_at > platform.at())))
            order by g.review_due_at, g.id
            limit 100
            """;

    private static final String DONE = """
            select g.id, g.reference, a.name, r.name as reviewer, g.at, g.reviewed_at, g.outcome, g.note
            from access.break_glass g
            join access.account a on a.id = g.account_id
            join access.account r on r.id = g.reviewed_by
            where g.reviewed_by = platform.me() or (select access.i_may('decide:browsing-alarm'))
            order by g.reviewed_at desc, g.id
            limit 50
            """;

    private static final String REVIEW = """
            update access.break_glass
            set reviewed_by = :me, reviewed_at = :now, outcome = :outcome, note = :note, version = version + 1
            where id = :id and version = :version and reviewed_at is null
            """;

    private final JdbcClient sql;
    private final Audit audit;
    private final InstantSource time;

    Reviewers(JdbcClient sql, Audit audit, InstantSource time) {
        this.sql = sql;
        this.audit = audit;
        this.time = time;
    }

    /** Where to send the alert about this account's emergency access: its managers, or else information governance. */
    List<String> of(UUID account) {
        List<String> managers =
                sql.sql(MANAGERS).param("account", account).query(String.class).list();
        return managers.isEmpty()
                ? sql.sql(GOVERNANCE)
                        .param("account", account)
                        .query(String.class)
                        .list()
                : managers;
    }

    /** What the actor has to review, the soonest due first. */
    List<Waiting> queue() {
        return sql.sql(QUEUE).param("id", null).query(Waiting.class).list();
    }

    /** What was reviewed: by the actor, or by anybody for information governance. */
    List<Done> done() {
        return sql.sql(DONE).query(Done.class).list();
    }

    /** @throws StaleVersion when somebody else has reviewed it, or it is not the actor's to review */
    void review(UUID id, int version, String outcome, String note) {
        if (!outcome.equals("justified") && !outcome.equals("not-justified")) {
            throw new RuleBroken("outcome", "Choose whether it was justified");
        }
        if (note.strip().length() < BreakGlass.SHORTEST_REASON || note.length() > BreakGlass.LONGEST_REASON) {
            throw new RuleBroken(
                    "note",
                    "Say how you came to this, in %d to %d characters"
                            .formatted(BreakGlass.SHORTEST_REASON, BreakGlass.LONGEST_REASON));
        }
        Waiting waiting =
                sql.sql(QUEUE).param("id", id).query(Waiting.class).optional().orElseThrow(StaleVersion::new);
        StaleVersion.unlessOne(sql.sql(REVIEW)
                .param("me", Actor.current().id())
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .param("outcome", outcome)
                .param("note", note.strip())
                .param("id", id)
                .param("version", version)
                .update());
        audit.record(new Act("review", "break-glass", id, note.strip(), waiting.reference() + " " + outcome));
    }

    record Waiting(
            UUID id,
            String reference,
            String name,
            String reasonCode,
            String reason,
            OffsetDateTime at,
            OffsetDateTime untilAt,
            OffsetDateTime reviewDueAt,
            int version,
            @Nullable String kind,
            boolean late) {

        /** What was opened, in words; null when the record is gone. */
        @Nullable String what() {
            return kind == null ? null : kind.equals("identity") ? "A person's record" : "A " + kind;
        }
    }

    record Done(
            UUID id,
            String reference,
            String name,
            String reviewer,
            OffsetDateTime at,
            OffsetDateTime reviewedAt,
            String outcome,
            String note) {}
}
