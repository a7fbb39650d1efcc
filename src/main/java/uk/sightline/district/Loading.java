package uk.sightline.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.BulkAccounts;
import uk.sightline.access.BulkAccounts.Worker;
import uk.sightline.access.BulkGlass;
import uk.sightline.access.BulkRecords;
import uk.sightline.audit.Audit.Act;
import uk.sightline.audit.BulkEntries;
import uk.sightline.audit.BulkEntries.Past;
import uk.sightline.people.BulkPeople;
import uk.sightline.people.BulkPeople.Entry;
import uk.sightline.platform.Actor;
import uk.sightline.referrals.BulkReferrals;
import uk.sightline.referrals.PastReferral;

/**
 * One loading of one district, in parts. Each part is a transaction that also says that it is done, so that a loading
 * which was killed goes on where it stopped, and two nodes at once share the work.
 */
final class Loading {

    /** In groups of neighbours: 2,000 people at a time. */
    private static final int GROUPS_AT_ONCE = 250;

    private static final int REFERRALS_AT_ONCE = 500;
    private static final int AT_ONCE = 2;

    /** The bulk entry points of the modules that a district is kept in. */
    record Doors(
            BulkAccounts accounts,
            BulkRecords records,
            BulkPeople people,
            BulkReferrals referrals,
            BulkGlass glass,
            BulkEntries entries) {}

    private final Actor district;
    private final Town town;
    private final Doors doors;
    private final DistrictStore store;
    private final TransactionTemplate transactions;
    private final Consumer<String> progress;

    Loading(
            Actor district,
            Town town,
            Doors doors,
            DistrictStore store,
            TransactionTemplate transactions,
            Consumer<String> progress) {
        this.district = district;
        this.town = town;
        this.doors = doors;
        this.store = store;
        this.transactions = transactions;
        this.progress = progress;
    }

    void run() {
        once(district, "workers", () -> doors.accounts().add(town.workers().all()));
        people();
        once(district, "twins", this::twins);
        once(district, "closed", this::closed);
        referrals();
        EmergencyAccess.of(town).forEach(this::emergency);
    }

    private void emergency(EmergencyAccess taken) {
        once(taken.actor(), "emergency-" + taken.reference(), () -> {
            doors.glass().add(taken.person(), taken.reference(), taken.code(), taken.reason(), taken.at());
            doors.entries().add(taken.acts());
        });
    }

    private void once(Actor actor, String part, Runnable work) {
        actor.run(() -> transactions.executeWithoutResult(status -> {
            if (store.mark(part)) {
                work.run();
            }
        }));
    }

    private void people() {
        long size = town.population().size();
        long groups = (size + Household.GROUP - 1) / Household.GROUP;
        AtomicLong done = new AtomicLong();
        inBatches(groups, GROUPS_AT_ONCE, (first, last) -> {
            once(district, "people-" + first, () -> people(first, last));
            long so = Math.min(size, done.addAndGet((last - first) * Household.GROUP));
            progress.accept("People %,d of %,d".formatted(so, size));
        });
    }

    private void people(long first, long last) {
        IndexEntries index = new IndexEntries(town.plan(), town.codes());
        List<Entry> entries = new ArrayList<>();
        for (long group = first; group < last; group++) {
            entries.addAll(index.of(Household.group(town.population(), group).stream()
                    .filter(person -> person.index() < town.population().size())
                    .toList()));
        }
        keep(entries);
    }

    private void twins() {
        Twins twins = new Twins(town.plan(), town.population());
        keep(LongStream.range(0, town.plan().twins()).mapToObj(twins::of).toList());
    }

    private void keep(List<Entry> entries) {
        doors.people().add(entries);
        doors.entries()
                .add(entries.stream()
                        .map(entry -> new Past(town.plan().at(), Act.on("add", "identity", entry.id())))
                        .toList());
    }

    private void closed() {
        ClosedPeople closed = ClosedPeople.of(town);
        doors.records().close(closed.closed());
        doors.records().exclude(closed.excluded());
    }

    private void referrals() {
        long size = town.plan().referrals();
        AtomicLong done = new AtomicLong();
        inBatches(size, REFERRALS_AT_ONCE, (first, last) -> {
            List<PastReferral> told = LongStream.range(first, last)
                    .mapToObj(number -> Story.of(town, number))
                    .toList();
            once(district, "referrals-" + first, () -> doors.referrals().add(told));
            acts(told, first);
            progress.accept("Referrals %,d of %,d".formatted(done.addAndGet(last - first), size));
        });
    }

    /** Everybody writes down what they did themselves: the log takes it from nobody else. */
    private void acts(List<PastReferral> told, long first) {
        Map<UUID, List<Past>> acts = Acts.byWhom(told);
        for (Worker worker : town.workers().all()) {
            List<Past> own = acts.getOrDefault(worker.id(), List.of());
            if (!own.isEmpty()) {
                Actor actor = new Actor(worker.id(), Actor.Kind.PERSON, worker.name(), null);
                once(
                        actor,
                        "acts-" + first + "-" + worker.id(),
                        () -> doors.entries().add(own));
            }
        }
    }

    private interface Batch {
        void work(long first, long last);
    }

    private static void inBatches(long size, int atOnce, Batch batch) {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            for (long first = 0; first < size; first += atOnce) {
                long from = first;
                running.add(workers.submit(() -> batch.work(from, Math.min(size, from + atOnce))));
            }
            running.forEach(Loading::await);
        }
    }

    private static void await(Future<?> running) {
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The loading was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The district could not be loaded", e);
        }
    }
}
