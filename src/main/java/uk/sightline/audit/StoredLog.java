package uk.sightline.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the whole log through cursors, in one snapshot, and has it verified: memory does not grow with the log. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class StoredLog {

    private static final int FETCH = 5_000;
    private static final int IN_BINARY = -1;
    private static final int SALT = 10;
    private static final int NO = 11;
    private static final int HASH = 12;
    private static final byte[] NO_SALT = new byte[TreeHasher.SALT_BYTES];

    private static final String LEAVES = """
            select e.id, e.at, e.actor, e.session, e.action, e.kind, e.record, e.reason, e.detail, e.salt, l.no, l.hash
            from audit.leaf l left join audit.entry e on e.id = l.entry_id
            order by l.no
            """;

    private static final String WITHOUT_LEAF = """
            select e.id, e.at, e.actor, e.session, e.action, e.kind, e.record, e.reason, e.detail
            from audit.entry e
            where not exists (select from audit.leaf l where l.entry_id = e.id)
            order by e.id
            """;

    private static final String CHECKPOINTS = """
            select size, root, frontier, at, key_id, signature from audit.checkpoint order by size
            """;

    private static final String KEYS = "select public_key from audit.key order by first_seen, id";

    private static final String JOBS_RUN = "select exists (select from platform.job where last_success > :since)";

    private final JdbcClient sql;
    private final JdbcTemplate cursors;

    StoredLog(JdbcClient sql, JdbcTemplate cursors) {
        this.sql = sql;
        this.cursors = cursors;
    }

    /** Every key that ever signed. */
    List<VerifyingKey> keys() {
        return sql.sql(KEYS).query(String.class).stream()
                .map(VerifyingKey::parse)
                .toList();
    }

    /** Whether a product is at work on this database: only then is an entry that waits for its leaf a finding. */
    boolean jobsRun(Instant since) {
        return sql.sql(JOBS_RUN)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /**
     * Verifies everything that is stored.
     *
     * @param kept checkpoints of a second party, smallest first
     * @param limit how long an entry may wait for its leaf, and a leaf for its checkpoint
     * @param progress told how many leaves are done, now and then
     * @return how many leaves there are
     */
    long verify(
            List<Checkpoint> kept,
            List<VerifyingKey> keys,
            Instant now,
            Duration limit,
            LongConsumer progress,
            Consumer<Finding> findings) {
        Map<String, VerifyingKey> byId =
                keys.stream().collect(Collectors.toMap(VerifyingKey::id, Function.identity(), (one, same) -> one));
        try (Stream<KeptCheckpoint> own = rows(CHECKPOINTS, SealingStore::checkpoint);
                Stream<SealedRow> leaves = rows(LEAVES, StoredLog::row);
                Stream<AuditEntry> waiting = rows(WITHOUT_LEAF, (row, n) -> SealingStore.entry(row))) {
            Iterator<KeptCheckpoint> checkpoints = new BySize(own.iterator(), kept.iterator());
            Verification verification = new Verification(checkpoints, byId, findings);
            leaves.forEach(leaf -> {
                verification.leaf(leaf.no, leaf.entry, leaf.salt, leaf.hash);
                progress.accept(verification.leaves());
            });
            waiting.forEach(entry -> verification.unsequenced(entry, now, limit));
            verification.finish(now, limit);
            return verification.leaves();
        }
    }

    /** In binary from the first row on: as text, reading them takes longer than hashing them. */
    private <T> Stream<T> rows(String query, RowMapper<T> mapper) {
        return cursors.queryForStream(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(query);
                    statement.setFetchSize(FETCH);
                    statement.unwrap(PGStatement.class).setPrepareThreshold(IN_BINARY);
                    return statement;
                },
                mapper);
    }

    private static SealedRow row(ResultSet row, int number) throws SQLException {
        row.getLong(1);
        boolean gone = row.wasNull();
        byte[] salt = gone ? NO_SALT : Objects.requireNonNull(row.getBytes(SALT));
        return new SealedRow(row.getLong(NO), gone ? null : SealingStore.entry(row), salt, row.getBytes(HASH));
    }

    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    private record SealedRow(long no, @Nullable AuditEntry entry, byte[] salt, byte[] hash) {}
}
