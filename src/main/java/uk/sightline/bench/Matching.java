package uk.sightline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.bench.Searching.Known;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.People;
import uk.sightline.people.Probe;
import uk.sightline.platform.Actor;

/**
 * One record after another, a name with a mistake and a birth date, matched against the index, scored and explained, turn by
 * turn with the bare candidate query; then as many a second as there can be, each written down in the log and committed.
 */
@Component
class Matching {

    private static final int WARM_UP = 300;

    private final People people;
    private final Searching searching;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Matching(People people, Searching searching, Audit audit, TransactionTemplate transactions) {
        this.people = people;
        this.searching = searching;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @param data the folder of the embedded database, for the bare query */
    Report measure(UUID worker, int records, Path data) throws IOException, InterruptedException, SQLException {
        Actor actor = new Actor(worker, Actor.Kind.PERSON, "bench", null);
        SplittableRandom dice = new SplittableRandom(records + 1L);
        List<Known> known = actor.call(() -> searching.known(records, dice)).stream()
                .map(each -> new Known(each.id(), Searching.mistyped(each.name(), dice), each.born()))
                .toList();
        Timings full = new Timings();
        Timings bare = new Timings();
        try (BareKeys keys = new BareKeys(OwnProduct.asSuperuser(data))) {
            for (int i = 0; i < WARM_UP; i++) {
                match(actor, known.get(i % records), new Timings());
                bare(keys, known.get(i % records), new Timings());
            }
            for (Known each : known) {
                match(actor, each, full);
                bare(keys, each, bare);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                Integer.toString(records),
                Report.ms(bare.percentile(50)),
                Report.ms(bare.percentile(95)),
                Report.ms(full.percentile(50)),
                Report.ms(full.percentile(95)),
                Report.ms(full.percentile(99)),
                Report.ms(full.percentile(50) / bare.percentile(50)),
                Report.ms(full.percentile(95) / bare.percentile(95)),
                Report.ms(rate(actor, known, 1)),
                Report.ms(rate(actor, known, 4))));
        return new Report(
                List.of(
                        "records matched",
                        "bare query p50 ms",
                        "bare query p95 ms",
                        "match p50 ms",
                        "match p95 ms",
                        "match p99 ms",
                        "match to bare at p50",
                        "match to bare at p95",
                        "a second with durable commit, one at a time",
                        "four at once"),
                rows,
                List.of(
                        "name with one mistake and birth date, as a front-door worker; the bare query past every policy"),
                0);
    }

    private void match(Actor actor, Known known, Timings timings) {
        Probe probe = probe(known);
        long before = System.nanoTime();
        actor.run(() -> people.candidates(probe));
        timings.add(System.nanoTime() - before);
    }

    private static void bare(BareKeys keys, Known known, Timings timings) throws SQLException {
        long before = System.nanoTime();
        keys.count(known.name(), known.born());
        timings.add(System.nanoTime() - before);
    }

    private static Probe probe(Known known) {
        return new Probe(known.name(), BirthDate.on(known.born()), List.of());
    }

    private double rate(Actor actor, List<Known> known, int atOnce) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long before = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                running.add(threads.submit(() -> actor.run(() -> matchAll(known, next))));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A match failed", e);
        }
        return known.size() / ((System.nanoTime() - before) / 1e9);
    }

    private void matchAll(List<Known> known, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < known.size(); i = next.getAndIncrement()) {
            Known each = known.get(i);
            transactions.executeWithoutResult(status -> {
                people.candidates(probe(each));
                audit.record(Act.of("search", People.KIND).detail("bench"));
            });
        }
    }
}
