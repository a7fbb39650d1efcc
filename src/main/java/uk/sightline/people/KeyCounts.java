package uk.sightline.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;

/**
 * How many people share a key, counted once a night and read by each node when it is needed. The counts are a day old at
 * most, which matters to no weight; nothing here depends on who asks.
 */
@Component
class KeyCounts implements Job {

    private static final Actor ACTOR = Actor.job(UUID.fromString("00000000-0000-4000-8000-00000000000e"), "key-counts");
    private static final Duration COUNTED_EVERY = Duration.ofHours(20);
    private static final Duration READ_EVERY = Duration.ofMinutes(15);

    private static final String COUNT = "select people.count_keys(:at)";
    private static final String COUNTED = "select people, counted_at from people.counted";
    private static final String COUNTS = "select key, people from people.key_count";

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private volatile @Nullable Read last;

    KeyCounts(JdbcClient sql, TransactionTemplate transactions, InstantSource time) {
        this.sql = sql;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * The counts at some moment.
     *
     * @param people how many there are in all
     * @param byKey keys that few people have are not there
     */
    record Counts(long people, Map<String, Integer> byKey) {

        /** Nothing was counted yet: every value is taken to be as common as is usual. */
        static final Counts NONE = new Counts(0, Map.of());

        int of(String key) {
            return byKey.getOrDefault(key, 0);
        }
    }

    private record Read(Counts counts, Instant at) {}

    private record Counted(long people, Instant at) {}

    /** For the caller's transaction. */
    Counts now() {
        Read read = last;
        if (read == null || read.at().plus(READ_EVERY).isBefore(time.instant())) {
            read = new Read(counted().map(this::read).orElse(Counts.NONE), time.instant());
            last = read;
        }
        return read.counts();
    }

    private Counts read(Counted counted) {
        return new Counts(
                counted.people(),
                sql.sql(COUNTS).query((row, n) -> Map.entry(row.getString(1), row.getInt(2))).list().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Optional<Counted> counted() {
        return sql.sql(COUNTED)
                .query((row, n) -> new Counted(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public Actor actor() {
        return ACTOR;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    /** Counts when the last time is long ago; an index that has grown from nothing is counted at the next turn. */
    @Override
    public void run() {
        transactions.executeWithoutResult(status -> {
            boolean old = counted()
                    .map(counted -> counted.people() == 0
                            || counted.at().plus(COUNTED_EVERY).isBefore(time.instant()))
                    .orElse(true);
            if (old) {
                count();
            }
        });
    }

    void count() {
        sql.sql(COUNT)
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> true)
                .single();
        last = null;
    }
}
