package uk.sightline.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.audit.BulkEntries;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/**
 * How long an entry of the log waits to be sealed: entries are written at a steady rate, and somebody looks all the time
 * which of them have their leaf and so stand under a signed checkpoint. Only ever in a database of the bench's own.
 */
@Component
class Sealing {

    private static final String KIND = "bench";
    private static final int AT_ONCE = 10_000;
    private static final Duration BETWEEN = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(20);

    /** Written so as to be read past the log's own module, as its superuser: what the product gives nobody. */
    private static final String SEALED = """
            select l.no, e.kind, e.detail from %s l join %s e on e.id = l.entry_id where l.no > ? order by l.no
            """.formatted("audit.leaf", "audit.entry");

    private static final String LAST = "select coalesce(max(l.no), -1) from %s l".formatted("audit.leaf");

    private static final String COUNT = "select count(*) from %s e".formatted("audit.entry");

    private final Audit audit;
    private final BulkEntries bulk;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    Sealing(Audit audit, BulkEntries bulk, TransactionTemplate transactions, InstantSource time) {
        this.audit = audit;
        this.bulk = bulk;
        this.transactions = transactions;
        this.time = time;
    }

    /** @param perSecond how many entries are written in a second, each in a transaction of its own */
    Report measure(Connection superuser, UUID account, int perSecond, Duration measured)
            throws InterruptedException, SQLException {
        Actor actor = new Actor(account, Actor.Kind.PERSON, "bench", "bench");
        int entries = Math.toIntExact(measured.toMillis() * perSecond / 1_000);
        long from = number(superuser, LAST);
        Map<String, Long> committed = new ConcurrentHashMap<>();
        Map<String, Long> sealed;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = threads.submit(() -> actor.run(() -> write(entries, perSecond, committed)));
            sealed = watch(superuser, from, entries, measured.plus(PATIENCE));
            writing.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An entry could not be written", e);
        }
        Timings timings = new Timings();
        committed.forEach((name, at) -> {
            Long seen = sealed.get(name);
            if (seen == null) {
                timings.addError();
            } else {
                timings.add(Math.max(0, seen - at));
            }
        });
        return report(perSecond, timings);
    }

    private void write(int entries, int perSecond, Map<String, Long> committed) {
        long start = System.nanoTime();
        for (int i = 0; i < entries; i++) {
            LockSupport.parkNanos(start + i * 1_000_000_000L / perSecond - System.nanoTime());
            String name = Integer.toString(i);
            transactions.executeWithoutResult(
                    status -> audit.record(Act.of("view", KIND).detail(name)));
            committed.put(name, System.nanoTime());
        }
    }

    /** When each was first seen with its leaf. */
    private static Map<String, Long> watch(Connection superuser, long from, int entries, Duration longest)
            throws SQLException {
        Map<String, Long> seen = new HashMap<>();
        long end = System.nanoTime() + longest.toNanos();
        long last = from;
        try (PreparedStatement statement = superuser.prepareStatement(SEALED)) {
            while (seen.size() < entries && System.nanoTime() < end) {
                statement.setLong(1, last);
                try (ResultSet rows = statement.executeQuery()) {
                    long now = System.nanoTime();
                    while (rows.next()) {
                        last = rows.getLong(1);
                        if (KIND.equals(rows.getString(2))) {
                            seen.put(rows.getString(3), now);
                        }
                    }
                }
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
        return seen;
    }

    private static Report report(int perSecond, Timings timings) {
        return new Report(
                List.of(
                        "entries a second",
                        "entries",
                        "never sealed",
                        "sealed p50 ms",
                        "sealed p99 ms",
                        "sealed last ms"),
                List.of(List.of(
                        Integer.toString(perSecond),
                        Integer.toString(timings.count()),
                        Integer.toString(timings.errors()),
                        Report.ms(timings.percentile(50)),
                        Report.ms(timings.percentile(99)),
                        Report.ms(timings.percentile(100)))),
                List.of(
                        "from an entry's commit to the first look, one each 10 ms, that sees its leaf under a checkpoint"),
                timings.errors());
    }

    /** Adds entries to the log until it has so many, and waits until the product has sealed them all. */
    void fill(Connection superuser, UUID account, long wanted) throws InterruptedException, SQLException {
        Actor actor = new Actor(account, Actor.Kind.PERSON, "bench", "bench");
        for (long there = number(superuser, COUNT); there < wanted; there += AT_ONCE) {
            int some = (int) Math.min(AT_ONCE, wanted - there);
            actor.run(() -> transactions.executeWithoutResult(status -> bulk.add(past(some))));
        }
        long all = number(superuser, COUNT);
        long end = System.nanoTime() + LONGEST.toNanos();
        while (number(superuser, LAST) + 1 < all) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The log is not being sealed");
            }
            Thread.sleep(BETWEEN);
        }
    }

    private List<BulkEntries.Past> past(int count) {
        List<BulkEntries.Past> past = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            past.add(new BulkEntries.Past(time.instant(), Act.on("view", "referral", Ids.next())));
        }
        return past;
    }

    private static long number(Connection superuser, String query) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
