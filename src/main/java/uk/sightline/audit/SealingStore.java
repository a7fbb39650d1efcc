package uk.sightline.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables as the sequencer uses them; V2__sealing.sql says how it knows where to look for entries without a leaf. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SealingStore {

    /** Of the advisory lock that only one sequencer holds at a time, whatever the node. */
    private static final long LOCK = 7412;

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(:lock)";

    private static final String MARK = """
            select s.low_water, s.next_mark, not exists (
              select from pg_locks l
              where l.relation = 'audit.entry'::regclass and l.mode = 'RowExclusiveLock' and l.granted
                and l.virtualtransaction = any (s.waits_for)) as settled
            from audit.sequencing s
            """;

    private static final String WITHOUT_LEAF = """
            select e.id, e.at, e.actor, e.session, e.action, e.kind, e.record, e.reason, e.detail, e.salt
            from audit.entry e
            where e.id > :low
              and not exists (select from audit.leaf l where l.entry_id = e.id and l.entry_id > :low)
            order by e.id
            limit :most
            """;

    private static final String ADD_LEAF = "insert into audit.leaf (no, entry_id, hash) values (?, ?, ?)";

    private static final String LAST_ID = """
            select case when s.is_called then s.last_value else 0 end from audit.entry_id_seq s
            """;

    private static final String MOVE_MARK = """
            update audit.sequencing
            set low_water = coalesce(next_mark, low_water), next_mark = :mark, waits_for = array(
              select l.virtualtransaction
              from pg_locks l
              where l.relation = 'audit.entry'::regclass and l.mode = 'RowExclusiveLock' and l.granted)
            """;

    private static final String RAISE_LOW_WATER = "update audit.sequencing set low_water = :id";

    private static final String LAST_CHECKPOINT = """
            select size, root, frontier, at, key_id, signature from audit.checkpoint order by size desc limit 1
            """;

    private static final String ADD_CHECKPOINT = """
            insert into audit.checkpoint (size, root, frontier, at, key_id, signature)
            values (:size, :root, :frontier, :at, :key, :signature)
            """;

    private static final String ADD_KEY = """
            insert into audit.key (id, public_key, first_seen) values (:id, :key, :at) on conflict do nothing
            """;

    private static final String THIN = "select audit.thin_checkpoints()";

    private final JdbcClient sql;
    private final JdbcTemplate batches;

    SealingStore(JdbcClient sql, JdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    /** Until the end of the transaction; false when another sequencer is at work. */
    boolean tryLock() {
        return sql.sql(TRY_LOCK).param("lock", LOCK).query(Boolean.class).single();
    }

    Mark mark() {
        return sql.sql(MARK).query(Mark.class).single();
    }

    /** Asked after {@link #mark()}, so that what the mark waited for is seen. */
    List<Unsealed> withoutLeaf(Mark mark, int most) {
        return sql.sql(WITHOUT_LEAF)
                .param("low", mark.lowWater)
                .param("most", most)
                .query((row, n) -> new Unsealed(entry(row), row.getBytes("salt")))
                .list();
    }

    void addLeaves(List<Leaf> leaves) {
        batches.batchUpdate(ADD_LEAF, leaves, leaves.size(), (insert, leaf) -> {
            insert.setLong(1, leaf.no);
            insert.setLong(2, leaf.entryId);
            insert.setBytes(3, leaf.hash);
        });
    }

    /** Everything up to the mark has been seen: waits for whoever writes now. */
    void move(Mark mark) {
        long last = sql.sql(LAST_ID).query(Long.class).single();
        boolean still = last == mark.lowWater && (mark.nextMark == null || mark.nextMark == mark.lowWater);
        if (mark.settled && !still) {
            sql.sql(MOVE_MARK).param("mark", last).update();
        }
    }

    /**
     * Everything up to this entry has been seen, and more waits: the next batch need not look below it again, so that a
     * backlog of millions is read once. Only as far as nobody can still add an entry below.
     */
    void moveBehind(Mark mark, long entry) {
        if (mark.nextMark == null || entry >= mark.nextMark) {
            move(mark);
        } else if (mark.settled) {
            sql.sql(RAISE_LOW_WATER).param("id", entry).update();
        }
    }

    Optional<KeptCheckpoint> lastCheckpoint() {
        return sql.sql(LAST_CHECKPOINT).query(SealingStore::checkpoint).optional();
    }

    void add(Checkpoint checkpoint, MerkleFrontier tree) {
        sql.sql(ADD_CHECKPOINT)
                .param("size", checkpoint.size())
                .param("root", checkpoint.root().bytes())
                .param("frontier", tree.toBytes())
                .param("at", checkpoint.at().atOffset(ZoneOffset.UTC))
                .param("key", checkpoint.keyId())
                .param("signature", Base64.getDecoder().decode(checkpoint.signature()))
                .update();
    }

    void add(VerifyingKey key, OffsetDateTime at) {
        sql.sql(ADD_KEY)
                .param("id", key.id())
                .param("key", key.pem())
                .param("at", at)
                .update();
    }

    int thinCheckpoints() {
        return sql.sql(THIN).query(Integer.class).single();
    }

    /** By place, not by name, which has to be looked up: verifying reads millions. The columns come first and in this order. */
    static AuditEntry entry(ResultSet row) throws SQLException {
        int at = 1;
        return new AuditEntry(
                row.getLong(at++),
                row.getObject(at++, OffsetDateTime.class).toInstant(),
                row.getObject(at++, UUID.class),
                row.getString(at++),
                row.getString(at++),
                row.getString(at++),
                row.getObject(at++, UUID.class),
                row.getString(at++),
                row.getString(at));
    }

    static KeptCheckpoint checkpoint(ResultSet row, int number) throws SQLException {
        byte[] signature = Objects.requireNonNull(row.getBytes("signature"));
        Checkpoint checkpoint = new Checkpoint(
                row.getLong("size"),
                Hash.of(row.getBytes("root")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("key_id"),
                Base64.getEncoder().encodeToString(signature));
        return new KeptCheckpoint(checkpoint, row.getBytes("frontier"));
    }

    record Mark(long lowWater, @Nullable Long nextMark, boolean settled) {}

    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Unsealed(AuditEntry entry, byte[] salt) {}

    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Leaf(long no, long entryId, byte[] hash) {}
}
