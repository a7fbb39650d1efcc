package uk.sightline.marf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.platform.Actor;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.referrals.Channel;
import uk.sightline.referrals.Receipt;

/** Keeps drafts. Row security leaves each actor those that are theirs, or their team's. */
@Repository
@Transactional
class DraftStore {

    static final String KIND = "draft";

    private static final String COLUMNS = """
            select id, owner, channel, content, state, place, created_at, changed_at, purge_at,
                   referral_id, reference, received_at, answer_due_at, team, team_phone
            from marf.draft
            """;

    private static final String ONE = COLUMNS + "where id = :id";

    private static final String ONE_LOCKED = ONE + " for update";

    private static final String LIST = COLUMNS + """
            where referral_id is null and (owner = :me or channel = 'PHONE')
            order by changed_at desc limit 200
            """;

    private static final String ADD = """
            insert into marf.draft
              (id, owner, channel, content, state, place, created_by, created_at, changed_at, purge_at)
            values (:id, :owner, :channel, :content::jsonb, :state::jsonb, :place, :by, :created, :changed, :purge)
            """;

    private static final String CHANGE = """
            update marf.draft
            set content = :content::jsonb, state = :state::jsonb, place = :place, changed_at = :changed,
                purge_at = :purge, warned_at = null, version = version + 1
            where id = :id and referral_id is null
            """;

    private static final String SEND = """
            update marf.draft
            set referral_id = :referral, reference = :reference, received_at = :received, answer_due_at = :due,
                team = :team, team_phone = :phone, changed_at = :changed, purge_at = :purge, version = version + 1
            where id = :id
            """;

    private static final String REMOVE = "delete from marf.draft where id = :id";

    private final JdbcClient sql;
    private final SheetsJson json;
    private final Audit audit;

    DraftStore(JdbcClient sql, SheetsJson json, Audit audit) {
        this.sql = sql;
        this.json = json;
        this.audit = audit;
    }

    /**
     * The draft, to look at.
     *
     * @throws NoSuchRecord when it is not there, or not the actor's
     */
    Draft look(UUID id) {
        Draft draft = find(ONE, id).orElseThrow(NoSuchRecord::new);
        audit.viewed(KIND, id);
        return draft;
    }

    /** The draft, to change: nobody else changes it before this transaction ends. */
    Draft lock(UUID id) {
        return find(ONE_LOCKED, id).orElseThrow(NoSuchRecord::new);
    }

    /** The actor's unsent drafts and, for the front door, the calls that wait to be written up; last changed first. */
    List<Draft> list() {
        audit.record(Audit.Act.of("list", KIND));
        return sql.sql(LIST)
                .param("me", Actor.current().id())
                .query(this::draft)
                .list();
    }

    void add(Draft draft) {
        written(ADD, draft)
                .param("owner", draft.owner())
                .param("channel", draft.channel().name())
                .param("by", Actor.current().id())
                .param("created", utc(draft.createdAt()))
                .update();
    }

    void change(Draft draft) {
        written(CHANGE, draft).update();
    }

    private JdbcClient.StatementSpec written(String statement, Draft draft) {
        return sql.sql(statement)
                .param("id", draft.id())
                .param("content", json.content(draft))
                .param("state", json.state(draft))
                .param("place", draft.place())
                .param("changed", utc(draft.changedAt()))
                .param("purge", utc(draft.purgeAt()));
    }

    void send(UUID id, Receipt receipt, Instant at, Instant purge) {
        sql.sql(SEND)
                .param("id", id)
                .param("referral", receipt.id())
                .param("reference", receipt.reference())
                .param("received", utc(receipt.receivedAt()))
                .param("due", utc(receipt.answerDueAt()))
                .param("team", receipt.team())
                .param("phone", receipt.teamPhone())
                .param("changed", utc(at))
                .param("purge", utc(purge))
                .update();
    }

    void remove(UUID id) {
        sql.sql(REMOVE).param("id", id).update();
    }

    private Optional<Draft> find(String statement, UUID id) {
        return sql.sql(statement).param("id", id).query(this::draft).optional();
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                Channel.valueOf(row.getString("channel")),
                json.sheets(row.getString("content"), row.getString("state")),
                row.getString("place"),
                instant(row, "created_at"),
                instant(row, "changed_at"),
                row.getObject("purge_at") == null ? null : instant(row, "purge_at"),
                receipt(row));
    }

    private static @Nullable Receipt receipt(ResultSet row) throws SQLException {
        UUID referral = row.getObject("referral_id", UUID.class);
        return referral == null
                ? null
                : new Receipt(
                        referral,
                        row.getString("reference"),
                        instant(row, "received_at"),
                        instant(row, "answer_due_at"),
                        row.getString("team"),
                        row.getString("team_phone"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
