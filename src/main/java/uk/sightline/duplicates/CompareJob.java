package uk.sightline.duplicates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.duplicates.PairStore.Known;
import uk.sightline.duplicates.PairStore.Two;
import uk.sightline.duplicates.PairStore.Weighed;
import uk.sightline.people.Candidate.Strength;
import uk.sightline.people.Comparing;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;

/**
 * Takes people off the list, some at a time, and holds each against the index. What is taken, found and kept is one
 * transaction: killed in the middle, they stand on the list again. It works for half of the time at most and leaves the rest
 * of the machine's to people.
 */
@Component
class CompareJob implements Job {

    static final Actor ACTOR = Actor.job(UUID.fromString("00000000-0000-4000-8000-0000000000d0"), "duplicates");

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int AT_A_TIME = 25;
    private static final int LISTED_AT_A_TIME = 5_000;

    private final Comparing comparing;
    private final PairStore pairs;
    private final Progress progress;
    private final TransactionTemplate transactions;

    CompareJob(Comparing comparing, PairStore pairs, Progress progress, TransactionTemplate transactions) {
        this.comparing = comparing;
        this.pairs = pairs;
        this.progress = progress;
        this.transactions = transactions;
    }

    @Override
    public Actor actor() {
        return ACTOR;
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        long until = System.nanoTime() + PAUSE.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < until && Job.mayGoOn()) {
            more = listSome() || compareSome() > 0;
        }
        transactions.executeWithoutResult(status -> progress.counted(comparing.left()));
    }

    /**
     * Puts some of those on the list who were there before anybody was compared, or whom the pack's thresholds concern anew.
     *
     * @return whether anybody was
     */
    boolean listSome() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            String thresholds = comparing.thresholds();
            Progress.Now now = progress.now();
            if (!now.listing() && now.thresholds().equals(thresholds)) {
                return false;
            }
            now = progress.toChange();
            UUID after = now.thresholds().equals(thresholds) ? now.listedTo() : null;
            Optional<UUID> last = comparing.listAgain(after, LISTED_AT_A_TIME);
            progress.listed(thresholds, last.orElse(null), last.isPresent());
            return last.isPresent();
        }));
    }

    /** Compares some of those who wait, and gives back how many. */
    int compareSome() {
        Integer done = transactions.execute(status -> {
            Set<UUID> people = comparing.take(AT_A_TIME);
            if (!people.isEmpty()) {
                compare(people);
            }
            return people.size();
        });
        return done == null ? 0 : done;
    }

    private void compare(Set<UUID> people) {
        Map<Two, Weighed> found = new HashMap<>();
        var likeThese = comparing.likeThese(people);
        likeThese.forEach((person, alike) -> alike.forEach(other -> {
            Weighed weighed = Weighed.of(person, other);
            found.merge(weighed.two(), weighed, (one, again) -> one.bits() >= again.bits() ? one : again);
        }));
        Set<UUID> gone = new HashSet<>();
        weighAgain(people, found, gone);
        pairs.keep(found.values());
        pairs.drop(gone);
    }

    /** Pairs that were found before and not now: they are alike no longer, or others are more so, or somebody is gone. */
    private void weighAgain(Set<UUID> people, Map<Two, Weighed> found, Set<UUID> gone) {
        List<Known> known = new ArrayList<>(pairs.ofThese(people));
        known.removeIf(pair -> found.containsKey(pair.two()));
        for (Known pair : known) {
            Optional<Weighed> now = comparing
                    .between(pair.oneId(), pair.otherId())
                    .map(alike -> Weighed.of(pair.oneId(), alike))
                    .filter(weighed -> pair.decided() || weighed.strength() != Strength.WEAK);
            now.ifPresentOrElse(weighed -> found.put(pair.two(), weighed), () -> gone.add(pair.id()));
        }
    }
}
