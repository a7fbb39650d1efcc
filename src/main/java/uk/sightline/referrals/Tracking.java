package uk.sightline.referrals;

import static uk.sightline.referrals.TriageRows.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.access.Colleagues;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.documents.Documents;
import uk.sightline.documents.Stored;
import uk.sightline.platform.Actor;
import uk.sightline.platform.NoSuchRecord;

/**
 * "Where is my referral?": what a referrer, and colleagues at the same school or home, read of it. Their own words, the
 * answer and by when; never who else is known, what others wrote, or who a subject turned out to be.
 */
@Repository
class Tracking {

    private static final String MINE = """
            select r.id, r.reference, r.state, r.outcome, r.team_id, r.owner_id, r.received_at, r.due_at, r.answered_at,
                   r.referrer_id, r.referrer_name, r.form::text as form
            from referrals.referral r
            where r.id = any (array(select referrals.sent_by(:me, :places::uuid[])))
            """;

    private static final String LIST = MINE + """
              and (:before::timestamptz is null or r.received_at < :before::timestamptz)
            order by r.received_at desc, r.id limit 101
            """;

    private static final String ONE = MINE + " and r.id = :id";

    private static final String ANSWER = """
            select a.body, a.how, a.document_id, a.created_at
            from referrals.answer a join referrals.disclosure d on d.answer_id = a.id
            where a.referral_id = :id order by a.created_at desc, a.id limit 1
            """;

    private static final String ADDED = """
            select n.body, n.created_at from referrals.note n
            where n.referral_id = :id and n.kind = 'added' order by n.created_at
            """;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Colleagues colleagues;
    private final Documents documents;
    private final Audit audit;

    Tracking(JdbcClient sql, JsonMapper json, Colleagues colleagues, Documents documents, Audit audit) {
        this.sql = sql;
        this.json = json;
        this.colleagues = colleagues;
        this.documents = documents;
        this.audit = audit;
    }

    /** The actor's referrals and those of their places, the newest first; a hundred at a time. */
    @Transactional
    List<Sent> mine(@Nullable Instant before) {
        audit.record(Act.of("list", Referrals.KIND).detail("own"));
        return sql.sql(LIST)
                .param("me", Actor.current().id())
                .param("places", places())
                .param("before", before == null ? null : ReferralStore.utc(before))
                .query((row, n) -> sent(row))
                .list();
    }

    /** @throws NoSuchRecord when it is not the actor's, nor their place's */
    @Transactional
    Tracked one(UUID id) {
        Sent sent = sql.sql(ONE)
                .param("me", Actor.current().id())
                .param("places", places())
                .param("id", id)
                .query((row, n) -> sent(row))
                .optional()
                .orElseThrow(NoSuchRecord::new);
        audit.viewed(Referrals.KIND, id);
        Colleagues.Team team = colleagues.team(sent.team()).orElseThrow();
        return new Tracked(sent, team, answer(id), added(id), sentFiles(sent));
    }

    private @Nullable Answer answer(UUID id) {
        return sql.sql(ANSWER)
                .param("id", id)
                .query((row, n) -> new Answer(
                        row.getString("body"), row.getObject("document_id", UUID.class), at(row, "created_at")))
                .optional()
                .orElse(null);
    }

    private List<Added> added(UUID id) {
        return sql.sql(ADDED)
                .param("id", id)
                .query((row, n) -> new Added(row.getString("body"), at(row, "created_at")))
                .list();
    }

    /** What came with the form; not what others have attached since. */
    private List<Stored> sentFiles(Sent sent) {
        List<UUID> own = sent.form().attachments().stream()
                .map(ReferralForm.Attachment::document)
                .toList();
        return documents.of(sent.id()).stream()
                .filter(stored -> own.contains(stored.id()))
                .toList();
    }

    private String places() {
        return "{"
                + String.join(
                        ",",
                        colleagues.myTeams().stream()
                                .filter(team -> team.kind().equals("place"))
                                .map(team -> team.id().toString())
                                .toList())
                + "}";
    }

    private Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                ReferralState.of(row.getString("state")),
                row.getObject("team_id", UUID.class),
                row.getObject("owner_id", UUID.class) != null,
                at(row, "received_at"),
                at(row, "due_at"),
                Actor.current().id().equals(row.getObject("referrer_id", UUID.class)),
                row.getString("referrer_name"),
                json.readValue(row.getString("form"), ReferralForm.class));
    }

    /**
     * A referral as its referrer knows it.
     *
     * @param taken somebody reads it
     * @param own the actor sent it, not a colleague
     */
    record Sent(
            UUID id,
            String reference,
            ReferralState state,
            UUID team,
            boolean taken,
            Instant receivedAt,
            Instant dueAt,
            boolean own,
            @Nullable String by,
            ReferralForm form) {

        boolean answered() {
            return state == ReferralState.ANSWERED || state == ReferralState.CLOSED;
        }

        String about() {
            return String.join(
                    ", ",
                    form.subjects().stream().map(ReferralForm.Subject::name).toList());
        }

        /** Where it stands, in words. */
        String status() {
            return answered() ? "Answered" : taken ? "Being looked at" : "Received, waiting to be read";
        }
    }

    /** What the referrer was told. */
    record Answer(String body, @Nullable UUID letter, Instant at) {}

    /** What the referrer added later. */
    record Added(String body, Instant at) {}

    /** One referral with everything its referrer may read. */
    record Tracked(
            Sent sent, Colleagues.Team team, @Nullable Answer answer, List<Added> added, List<Stored> files) {}
}
