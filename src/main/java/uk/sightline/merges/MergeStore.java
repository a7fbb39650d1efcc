package uk.sightline.merges;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.people.SaidOutright;
import uk.sightline.platform.Actor;
import uk.sightline.platform.StaleVersion;

/** Writes merges, and lets everything that names a person follow or go back. */
@Repository
class MergeStore {

    private static final String ADD = """
            insert into merges.merge (id, reference, kept_id, gone_id, state, why, taken, proposed_by, proposed_at)
            values (:id, :reference, :kept, :gone, 'proposed', :why, :taken::text[], :by, :at)
            """;

    private static final String AMEND = """
            update merges.merge
            set kept_id = :kept, gone_id = :gone, why = :why, taken = :taken::text[], version = version + 1
            where id = :id and version = :version and state = 'proposed' and proposed_by = :by
            """;

    private static final String DECIDE = """
            update merges.merge
            set state = :state, changed = :changed::jsonb, decided_by = :by, decided_at = :at, note = :note,
                version = version + 1
            where id = :id and version = :version and state = 'proposed'
            """;

    private static final String UNDO = """
            update merges.merge
            set state = 'undone', undone_by = :by, undone_at = :at, undone_why = :why, version = version + 1
            where id = :id and version = :version and state = 'merged'
            """;

    static final String COLUMNS = """
            m.id, m.reference, m.kept_id, m.gone_id, m.state, m.why, m.taken, m.changed::text as changed, m.proposed_by,
            m.proposed_at, m.decided_by, m.decided_at, m.note, m.undone_by, m.undone_at, m.undone_why, m.version
            """;

    private static final String ONE = "select " + COLUMNS + " from merges.merge m where m.id = :id";

    private static final String FOLLOW = "select merges.follow(:id, :gone, :kept)";

    private static final String SEND_BACK = "select merges.send_back(:id, :gone, :kept)";

    private static final String SEND_ONE = "select merges.send_one(:id, :tab, :col, :key::jsonb)";

    private final JdbcClient sql;
    private final InstantSource time;

    MergeStore(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    void add(UUID id, String reference, UUID kept, UUID gone, String why, Collection<SaidOutright> taken) {
        sql.sql(ADD)
                .param("id", id)
                .param("reference", reference)
                .param("kept", kept)
                .param("gone", gone)
                .param("why", why)
                .param("taken", codes(taken))
                .param("by", Actor.current().id())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void amend(UUID id, int version, UUID kept, UUID gone, String why, Collection<SaidOutright> taken) {
        StaleVersion.unlessOne(sql.sql(AMEND)
                .param("id", id)
                .param("version", version)
                .param("kept", kept)
                .param("gone", gone)
                .param("why", why)
                .param("taken", codes(taken))
                .param("by", Actor.current().id())
                .update());
    }

    void decide(UUID id, int version, Merge.State state, @Nullable String note, @Nullable String changed) {
        StaleVersion.unlessOne(sql.sql(DECIDE)
                .param("id", id)
                .param("version", version)
                .param("state", state.code())
                .param("changed", changed)
                .param("note", note)
                .param("by", Actor.current().id())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    void undo(UUID id, int version, String why) {
        StaleVersion.unlessOne(sql.sql(UNDO)
                .param("id", id)
                .param("version", version)
                .param("why", why)
                .param("by", Actor.current().id())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    Optional<Merge> find(UUID id) {
        return sql.sql(ONE).param("id", id).query(MergeStore::read).optional();
    }

    /** Everything that names the one names the other from here on. */
    void follow(Merge merge) {
        both(sql.sql(FOLLOW), merge);
    }

    /** What followed goes back to whom it came from. */
    void sendBack(Merge merge) {
        both(sql.sql(SEND_BACK), merge);
    }

    private static void both(JdbcClient.StatementSpec statement, Merge merge) {
        statement
                .param("id", merge.id())
                .param("gone", merge.gone())
                .param("kept", merge.kept())
                .query(Integer.class)
                .single();
    }

    /** Something that was added since, and is the other person's; false when it is there no more. */
    boolean send(UUID merge, Added.Place place) {
        return sql.sql(SEND_ONE)
                .param("id", merge)
                .param("tab", place.tab())
                .param("col", place.col())
                .param("key", place.key())
                .query(Boolean.class)
                .single();
    }

    private static String[] codes(Collection<SaidOutright> taken) {
        return taken.stream().map(SaidOutright::code).toArray(String[]::new);
    }

    static Merge read(ResultSet row, int n) throws SQLException {
        return new Merge(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getObject("kept_id", UUID.class),
                row.getObject("gone_id", UUID.class),
                Merge.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("why"),
                List.of((String[]) row.getArray("taken").getArray()),
                row.getString("changed"),
                row.getObject("proposed_by", UUID.class),
                row.getTimestamp("proposed_at").toInstant(),
                row.getObject("decided_by", UUID.class),
                at(row, "decided_at"),
                row.getString("note"),
                row.getObject("undone_by", UUID.class),
                at(row, "undone_at"),
                row.getString("undone_why"),
                row.getInt("version"));
    }

    static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
