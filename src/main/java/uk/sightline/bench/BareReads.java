package uk.sightline.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.Colleagues;
import uk.sightline.identity.NameKey;
import uk.sightline.identity.NameKeys;
import uk.sightline.identity.PairKeys;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Counted;

/** Runs the bare statements of the pages, as the same people and as many at once: what the pages cost is the rest. */
@Component
class BareReads {

    private static final String REFERRALS = "select i.id from referrals.item i where i.state <> 'closed' limit 40";
    private static final String PEOPLE = "select s.id from people.summary s limit 40";
    private static final String TEAMS = "select access.my_holders()";
    private static final List<String> NAMES = List.of("Mohammed Khan", "Aisha Hussain", "Smith", "Jonathon Taylor");

    /** Rows that the pages ask for. */
    private static final int QUEUE = 51;

    private static final int MINE = 200;
    private static final int TEAM = 101;

    private final NamedParameterJdbcOperations sql;
    private final Colleagues colleagues;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    BareReads(
            NamedParameterJdbcOperations sql,
            Colleagues colleagues,
            TransactionTemplate transactions,
            InstantSource time) {
        this.sql = sql;
        this.colleagues = colleagues;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * Each read twice as long as asked: this process and its connections are cold at first, so only the second round counts.
     *
     * @param think the longest pause between two reads, as long as between two clicks
     */
    Map<Operation, Timings> run(List<UUID> accounts, int users, Duration each, Duration think)
            throws InterruptedException {
        for (BareRead read : BareRead.ALL) {
            run(read, accounts, users, each, think);
        }
        Map<Operation, Timings> timings = new EnumMap<>(Operation.class);
        for (BareRead read : BareRead.ALL) {
            timings.put(read.operation(), run(read, accounts, users, each, think));
        }
        return timings;
    }

    private Timings run(BareRead read, List<UUID> accounts, int users, Duration each, Duration think)
            throws InterruptedException {
        Timings timings = new Timings();
        long start = System.nanoTime() + each.toNanos() / 4;
        long end = start + each.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < users; i++) {
                Actor actor = new Actor(accounts.get(i % accounts.size()), Actor.Kind.PERSON, "bench", null);
                int turn = i;
                running.add(threads.submit(() -> actor.run(() -> again(read, turn, start, end, think, timings))));
            }
            await(running);
        }
        return timings;
    }

    private void again(BareRead read, int turn, long start, long end, Duration think, Timings timings) {
        RandomGenerator chance = new SplittableRandom(turn);
        List<String> statements = read.sql();
        List<Map<String, @Nullable Object>> values = values(read.operation());
        int at = turn;
        LockSupport.parkNanos(chance.nextLong(think.toNanos() + 1));
        while (System.nanoTime() < end) {
            Map<String, @Nullable Object> chosen = values.get(at++ % values.size());
            long before = System.nanoTime();
            read(statements, chosen);
            if (before >= start) {
                timings.add(System.nanoTime() - before);
            }
            LockSupport.parkNanos(chance.nextLong(think.toNanos() + 1));
        }
    }

    /** The read of one account for a {@link Pace}: without a pause, and with the other values each time. */
    Pace.Step again(BareRead read, UUID account) {
        Actor actor = new Actor(account, Actor.Kind.PERSON, "bench", null);
        List<String> statements = read.sql();
        List<Map<String, @Nullable Object>> values = actor.call(() -> values(read.operation()));
        AtomicInteger at = new AtomicInteger();
        return () -> {
            actor.run(() -> read(statements, values.get(Math.floorMod(at.getAndIncrement(), values.size()))));
            return true;
        };
    }

    /** In one transaction, as a page does. */
    private void read(List<String> statements, Map<String, @Nullable Object> values) {
        RowCallbackHandler unread = row -> {};
        transactions.executeWithoutResult(status -> statements.forEach(each -> sql.query(each, values, unread)));
    }

    /** What a user would ask the statements with, by the names of their parameters. */
    private List<Map<String, @Nullable Object>> values(Operation operation) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> {
            List<UUID> referrals = sql.queryForList(REFERRALS, Map.of(), UUID.class);
            List<UUID> people = sql.queryForList(PEOPLE, Map.of(), UUID.class);
            String teams = String.valueOf(sql.queryForObject(TEAMS, Map.of(), String.class));
            List<Map<String, @Nullable Object>> values = new ArrayList<>();
            List<UUID> ids = operation == Operation.TRIAGE ? referrals : people;
            Map<String, @Nullable Object> shared = new HashMap<>(queue(teams));
            shared.putAll(work(operation));
            for (int i = 0; i < Math.max(1, ids.size()); i++) {
                Map<String, @Nullable Object> one = new HashMap<>(shared);
                one.put("id", ids.isEmpty() ? null : ids.get(i % ids.size()));
                one.put("ids", people.subList(0, Math.min(20, people.size())).toArray(UUID[]::new));
                one.putAll(search(NAMES.get(i % NAMES.size())));
                values.add(one);
            }
            return values;
        }));
    }

    private Map<String, @Nullable Object> queue(String teams) {
        Instant now = time.instant();
        Map<String, @Nullable Object> values = new HashMap<>();
        for (String none : List.of("strand", "level", "channel", "bornAfter", "bornBy", "afterDue", "afterId")) {
            values.put(none, null);
        }
        values.put("everyTeam", false);
        values.put("teams", teams);
        values.put("ageUnknown", false);
        values.put("overdue", false);
        values.put("now", now.atOffset(ZoneOffset.UTC));
        values.put("today", now.minus(Duration.ofHours(12)).atOffset(ZoneOffset.UTC));
        values.put("month", now.minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC));
        values.put("since", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
        values.put("me", Actor.current().id());
        values.put("whose", "all");
        return values;
    }

    /** The first page of the first of the actor's teams, as a visitor opens it. */
    private Map<String, Object> work(Operation operation) {
        UUID none = new UUID(0, 0);
        return Map.of(
                "team",
                colleagues.myTeams().stream()
                        .map(Colleagues.Team::id)
                        .findFirst()
                        .orElse(none),
                "due",
                Instant.EPOCH.atOffset(ZoneOffset.UTC),
                "clock",
                none,
                "countTo",
                Counted.LIMIT,
                "limit",
                operation == Operation.WORK ? MINE : operation == Operation.TEAM ? TEAM : QUEUE);
    }

    /** Two words are looked for together, as the product does. */
    private static Map<String, Object> search(String name) {
        Set<String> pairs = PairKeys.of(name);
        String[] keys = pairs.isEmpty()
                ? NameKeys.of(name).stream().map(NameKey::stored).toArray(String[]::new)
                : pairs.toArray(String[]::new);
        Integer[] ones = new Integer[keys.length];
        Integer[] most = new Integer[keys.length];
        java.util.Arrays.fill(ones, 1);
        java.util.Arrays.fill(most, 150);
        return Map.of("keys", keys, "weights", ones, "most", most);
    }

    private static void await(List<Future<?>> running) throws InterruptedException {
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A statement failed", e);
            }
        }
    }
}
