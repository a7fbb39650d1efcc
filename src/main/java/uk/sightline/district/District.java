package uk.sightline.district;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.Colleagues;
import uk.sightline.platform.Actor;
import uk.sightline.platform.DiskRoom;
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
    private final DiskRoom disk;
    private final InstantSource time;

    District(
            DistrictStore store,
            Loading.Doors doors,
            PracticePack pack,
            Colleagues colleagues,
            TransactionTemplate transactions,
            TableStatistics statistics,
            DiskRoom disk,
            InstantSource time) {
        this.store = store;
        this.doors = doors;
        this.pack = pack;
        this.colleagues = colleagues;
        this.transactions = transactions;
        this.statistics = statistics;
        this.disk = disk;
        this.time = time;
    }

    /** Whether there is room for one: nobody is on the index, or a loading was cut off. */
    boolean isWanted() {
        return inTransaction(() -> store.begun().isPresent() ? !store.isFinished() : !store.isAnybodyThere());
    }

    /** Whether a loading began and has not come to its end. */
    boolean isCutOff() {
        return inTransaction(() -> store.begun().isPresent() && !store.isFinished());
    }

    /** The size of the district that is here, whole or in part. */
    Optional<Scale> begun() {
        return inTransaction(store::begun).map(Plan::scale);
    }

    /**
     * Loads a district of this size, or finishes the one that was begun, whatever its size.
     *
     * @param lines are told each step
     * @return the workers, to sign in as
     * @throws RuleBroken when there are people already, or the disk is too small
     */
    Workers load(Scale scale, Consumer<String> lines) {
        if (scale.people() < FEWEST_PEOPLE) {
            throw new RuleBroken("A district needs at least %d people.".formatted(FEWEST_PEOPLE));
        }
        if (!isWanted()) {
            throw new RuleBroken("There are people on the index already. A district is loaded into an empty one.");
        }
        requireRoom(begun().orElse(scale));
        Plan plan = begin(scale);
        if (!plan.scale().equals(scale)) {
            lines.accept("Going on with the district of %,d people that was begun."
                    .formatted(plan.scale().people()));
        }
        Town town = town(plan);
        new Loading(JOB, town, doors, store, transactions, new Progress(plan.scale(), time, lines)).run();
        statistics.refresh();
        JOB.run(() -> transactions.executeWithoutResult(status -> store.finish(time.instant())));
        return town.workers();
    }

    /**
     * Writes down which records are of the same person: of the district that is here, or of this size.
     *
     * @throws java.io.UncheckedIOException when the file cannot be written
     */
    void writeTruth(Scale scale, Path file) {
        new Truth(inTransaction(store::begun).orElse(new Plan(SEED, scale, time.instant()))).write(file);
    }

    private void requireRoom(Scale scale) {
        scale.tooLargeFor(disk.free(), inTransaction(store::size)).ifPresent(says -> {
            throw new RuleBroken(says);
        });
    }

    private Town town(Plan plan) {
        Map<String, UUID> teams = new ConcurrentHashMap<>();
        return Town.of(
                plan,
                new PackCodes(pack, plan),
                key -> teams.computeIfAbsent(
                        key, team -> inTransaction(() -> colleagues.team(team).id())));
    }

    private Plan begin(Scale scale) {
        return inTransaction(() -> {
            store.begin(new Plan(SEED, scale, time.instant()));
            return store.begun().orElseThrow();
        });
    }

    private <T> T inTransaction(Supplier<T> work) {
        return JOB.call(() -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }
}
