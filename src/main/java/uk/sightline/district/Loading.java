package uk.sightline.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.BulkAccounts;
import uk.sightline.access.BulkAccounts.Worker;
import uk.sightline.access.BulkGlass;
import uk.sightline.access.BulkRecords;
import uk.sightline.audit.Audit.Act;
import uk.sightline.audit.BulkEntries;
import uk.sightline.audit.BulkEntries.Past;
import uk.sightline.district.Progress.Step;
import uk.sightline.people.BulkPeople;
import uk.sightline.people.BulkPeople.Entry;
import uk.sightline.platform.Actor;
import uk.sightline.platform.SetAside;
import uk.sightline.referrals.BulkReferrals;
import uk.sightline.referrals.PastReferral;

/**
 * One loading of one district, in parts. Each part is a transaction that also says that it is done, so that a loading
 * which was killed goes on where it stopped, and two nodes at once share the work.
 */
final class Loading {

    /** In groups of neighbours: 4,000 people at a time. */
    private static final int GROUPS_AT_ONCE = 500;

    private static final int REFERRALS_AT_ONCE = 3_000;
    private static final int ACTS_AT_ONCE = 20_000;

    /** More than two would only wait for each other: half of the work is the database's. */
    private static final int AT_ONCE = 2;

    /** The bulk entry points of the modules that a district is kept in. */
    record Doors(
            BulkAccounts accounts,
            BulkRecords records,
            BulkPeople people,
            BulkReferrals referrals,
            BulkGlass glass,
            BulkEntries entries,
            SetAside indexes) {}

    private final Actor district;
    private final Town town;
    private final Doors doors;
    private final DistrictStore store;
    private final TransactionTemplate transactions;
    private final Progress progress;

    Loading(
            Actor district,
            Town town,
            Doors doors,
            DistrictStore store,
            TransactionTemplate transactions,
            Progress progress) {
        this.district = district;
        this.town = town;
        this.doors = doors;
        this.store = store;
        this.transactions = transactions;
        this.progress = progress;
    }

    void run() {
        once(district, "workers", () -> doors.accounts().add(town.workers().all()));
        setAside();
        people();
        restore(Step.INDEXES, BulkPeople.TABLES);
        once(district, "closed", this::closed);
        referrals();
        history();
        restore(Step.LOG_INDEXES, BulkEntries.TABLES);
        EmergencyAccess.of(town).forEach(this::emergency);
        seal();
    }

    private void setAside() {
        List<String> tables = new ArrayList<>(BulkPeople.TABLES);
        tables.addAll(BulkEntries.TABLES);
        if (!doors.indexes().from(tables) && doors.indexes().left() == 0) {
            progress.say("The database is in use, so its indexes stay in place: this takes longer.");
        }
    }

    private void restore(Step step, List<String> tables) {
        progress.begin(step);
        boolean needed = doors.indexes().left() > 0;
        doors.indexes().restore(tables, () -> {});
        progress.addAll(needed);
    }

    private void emergency(EmergencyAccess taken) {
        once(taken.actor(), "emergency-" + taken.reference(), () -> {
            doors.glass().add(taken.person(), taken.reference(), taken.code(), taken.reason(), taken.at());
            doors.entries().add(taken.acts());
        });
    }

    /** Whether it was done just now. */
    private boolean once(Actor actor, String part, Runnable work) {
        return actor.call(() -> Boolean.TRUE.equals(transactions.execute(status -> {
            boolean first = store.mark(part);
            if (first) {
                work.run();
            }
            return first;
        })));
    }

    private void people() {
        progress.begin(Step.PEOPLE);
        long size = town.population().size();
        long groups = (size + Household.GROUP - 1) / Household.GROUP;
        inBatches(groups, GROUPS_AT_ONCE, (first, last) -> {
            boolean now = once(district, "people-" + first, () -> people(first, last));
            progress.add(Math.min(size, last * Household.GROUP) - first * Household.GROUP, now);
        });
        inBatches(town.plan().twins(), GROUPS_AT_ONCE * Household.GROUP, (first, last) -> {
            boolean now = once(district, "twins-" + first, () -> twins(first, last));
            progress.add(last - first, now);
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

    private void twins(long first, long last) {
        Twins twins = new Twins(town.plan(), town.population().size());
        keep(LongStream.range(first, last)
                .mapToObj(number -> twins.of(town.population(), number))
                .toList());
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
        progress.begin(Step.REFERRALS);
        inBatches(town.plan().scale().referrals(), REFERRALS_AT_ONCE, (first, last) -> {
            List<PastReferral> told = LongStream.range(first, last)
                    .mapToObj(number -> Story.of(town, number))
                    .toList();
            boolean now =
                    once(district, "referrals-" + first, () -> doors.referrals().add(told));
            acts(told, first);
            progress.add(last - first, now);
        });
    }

    /** Everybody writes down what they did themselves: the log takes it from nobody else. */
    private void acts(List<PastReferral> told, long first) {
        Map<UUID, List<Past>> acts = Acts.byWhom(told);
        for (Worker worker : town.workers().all()) {
            List<Past> own = acts.getOrDefault(worker.id(), List.of());
            if (!own.isEmpty()) {
                once(
                        actor(worker),
                        "acts-" + first + "-" + worker.id(),
                        () -> doors.entries().add(own));
            }
        }
    }

    private static Actor actor(Worker worker) {
        return new Actor(worker.id(), Actor.Kind.PERSON, worker.name(), null);
    }

    /** Each worker's share of the log, many acts at a time and all of one batch by the same worker. */
    private void history() {
        History history = new History(town);
        long all = History.size(town.plan().scale());
        List<Worker> workers = history.workers();
        if (all == 0 || workers.isEmpty()) {
            return;
        }
        progress.begin(Step.ACTS);
        long each = (all + workers.size() - 1) / workers.size();
        long chunks = (each + ACTS_AT_ONCE - 1) / ACTS_AT_ONCE;
        inBatches(workers.size() * chunks, 1, (number, next) -> {
            Worker worker = workers.get((int) (number / chunks));
            long first = number % chunks * ACTS_AT_ONCE;
            long last = Math.min(each, first + ACTS_AT_ONCE);
            boolean now = once(
                    actor(worker),
                    "history-" + worker.id() + "-" + first,
                    () -> doors.entries().add(history.of(worker, each, first, last)));
            progress.add(last - first, now);
        });
    }

    /** By itself the sequencer would need as long while the first pages are asked for. */
    private void seal() {
        progress.begin(Step.SEALING);
        doors.entries().seal(count -> progress.add(count, true));
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
