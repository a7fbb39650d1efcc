package uk.sightline.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A set of records, compared with itself or, in two parts, with each other. */
public final class Comparing {

    /** Pairs drawn by chance: the most are enough to know a level that one of a hundred thousand is at. */
    private static final long MOST_DRAWN = 1_000_000;

    private static final long FEWEST_DRAWN = 50_000;
    private static final long DRAWN_FOR_A_RECORD = 20;

    private static final long MOST_LEARNT_FROM = 1_500_000;
    private static final long MOST_COMPARED = 40_000_000;
    private static final int SMALLEST_CAP = 24;
    private static final int LARGEST_CAP = 1_000;

    private final Schema schema;
    private final List<@Nullable Value[]> records;
    private final int firstOfSecond;
    private final Blocks blocks;
    private final ExecutorService pool;
    private final int threads;

    /**
     * @param firstOfSecond where a second set begins, whose records are compared with those before; 0 for one set
     * @param pool for as many threads
     */
    public Comparing(
            Schema schema, List<@Nullable Value[]> records, int firstOfSecond, ExecutorService pool, int threads) {
        this.schema = schema;
        this.records = records;
        this.firstOfSecond = firstOfSecond;
        this.pool = pool;
        this.threads = threads;
        long cap = MOST_COMPARED / Math.max(1, records.size());
        this.blocks = new Blocks(schema, records, firstOfSecond, (int) Math.clamp(cap, SMALLEST_CAP, LARGEST_CAP));
    }

    /** Takes what two records weigh together. */
    @FunctionalInterface
    public interface Weighed {
        void take(int one, int other, double bits);
    }

    /** Learns how the records differ. */
    public Model estimate() {
        Model first = Model.usual(schema, records.size());
        Scorer scorer = new Scorer(first, Shares.none());
        int sample = (int) Math.max(1, (long) records.size() * 20 / MOST_LEARNT_FROM);
        List<Patterns> seen = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            seen.add(new Patterns());
        }
        blocks.forEach(
                sample,
                pool,
                threads,
                thread -> (one, other) -> seen.get(thread).add(scorer.pattern(records.get(one), records.get(other))));
        Patterns candidates = new Patterns();
        seen.forEach(candidates::addAll);
        return new Estimator(schema, allPairs(), candidates, 1.0 / sample, drawn(scorer)).estimate(first);
    }

    private double allPairs() {
        double all = records.size();
        double second = firstOfSecond == 0 ? 0 : all - firstOfSecond;
        return Math.max(1, firstOfSecond == 0 ? all * (all - 1) / 2 : firstOfSecond * second);
    }

    private Patterns drawn(Scorer scorer) {
        int size = records.size();
        long wanted = Math.clamp(size * DRAWN_FOR_A_RECORD, FEWEST_DRAWN, MOST_DRAWN);
        SplittableRandom dice = new SplittableRandom(size);
        List<Callable<Patterns>> parts = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            SplittableRandom own = dice.split();
            parts.add(() -> drawn(scorer, own, wanted / threads));
        }
        Patterns drawn = new Patterns();
        Blocks.await(pool, parts).forEach(drawn::addAll);
        return drawn;
    }

    private Patterns drawn(Scorer scorer, SplittableRandom dice, long wanted) {
        Patterns drawn = new Patterns();
        int size = records.size();
        for (long i = 0; i < wanted && size > 1; i++) {
            int one = dice.nextInt(firstOfSecond == 0 ? size : firstOfSecond);
            int other = dice.nextInt(firstOfSecond, size);
            if (one != other) {
                drawn.add(scorer.pattern(records.get(one), records.get(other)));
            }
        }
        return drawn;
    }

    /** Weighs every candidate pair. The takers are one for each thread. */
    public void weigh(Scorer scorer, IntFunction<Weighed> takers) {
        blocks.forEach(1, pool, threads, thread -> {
            Weighed taker = takers.apply(thread);
            return (one, other) -> taker.take(one, other, scorer.bits(records.get(one), records.get(other)));
        });
    }
}
