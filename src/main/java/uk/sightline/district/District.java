package uk.sightline.district;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.Colleagues;
import uk.sightline.platform.Actor;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.TableStatistics;
import uk.sightline.reference.PracticePack;

/** Loads the fictional district into an empty product, and goes on with one whose loading was cut off. */
@Service
class District {

    /** Everybody's district looks the same. */
    static final long SEED = 2026;

    static final int FEWEST_PEOPLE = 200;

    private static final Actor JOB = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000006"), "district");

    private final DistrictStore store;
    private final Loading.Doors doors;
    private final PracticePack pack;
    private final Colleagues colleagues;
    private final TransactionTemplate transactions;
    private final TableStatistics statistics;
    private final InstantSource time;

    District(
            DistrictStore store,
            Loading.Doors doors,
            PracticePack pack,
            Colleagues colleagues,
            TransactionTemplate transactions,
            TableStatistics statistics,
            InstantSource time) {
        this.store = store;
        this.doors = doors;
        this.pack = pack;
        this.colleagues = colleagues;
        this.transactions = transactions;
        this.statistics = statistics;
        this.time = time;
    }

    /** Whether there is room for one: nobody is on the index, or a loading was cut off. */
    boolean isWanted() {
        return inTransaction(() -> store.begun().isPresent() ? !store.isFinished() : !store.isAnybodyThere());
    }

    /**
     * Loads a district of so many people, or finishes the one that was begun, whatever its size.
     *
     * @param progress is told each step
     * @return the workers, to sign in as
     * @throws RuleBroken when there are people already
     */
    Workers load(long people, Consumer<String> progress) {
        if (people < FEWEST_PEOPLE) {
            throw new RuleBroken("A district needs at least %d people.".formatted(FEWEST_PEOPLE));
        }
        if (!isWanted()) {
            throw new RuleBroken("There are people on the index already. A district is loaded into an empty one.");
        }
        Plan plan = begin(people);
        Town town = Town.of(
                plan,
                new PackCodes(pack, plan),
                key -> inTransaction(() -> colleagues.team(key).id()));
        new Loading(JOB, town, doors, store, transactions, progress).run();
        JOB.run(() -> transactions.executeWithoutResult(status -> store.finish(time.instant())));
        statistics.refresh();
        return town.workers();
    }

    private Plan begin(long people) {
        return inTransaction(() -> {
            store.begin(new Plan(SEED, people, time.instant()));
            return store.begun().orElseThrow();
        });
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return JOB.call(() -> java.util.Objects.requireNonNull(transactions.execute(status -> work.get())));
    }
}
