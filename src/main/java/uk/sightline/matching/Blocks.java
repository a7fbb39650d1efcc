package uk.sightline.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of records that share a key, each once. A block of more records than the cap is narrowed by the year of
 * birth, and left out if that does not help: pairs grow with the square of a block, and what is so common tells nobody
 * apart; another rule finds whoever is the same person.
 */
final class Blocks {

    /** Rows are packed into the lower bits of a sort key. */
    static final int MOST_RECORDS = 1 << 24;

    private static final int ROW_BITS = 24;
    private static final int ROW = MOST_RECORDS - 1;

    /** Takes pairs; one for each thread. */
    @FunctionalInterface
    interface Pairs {
        void take(int one, int other);
    }

    private final List<@Nullable Value[]> records;
    private final int firstOfSecond;
    private final BlockKeys rules;
    private final int cap;
    private final long[] keys;
    private final List<long[]> sorted = new ArrayList<>();

    /**
     * @param firstOfSecond where the records of a second file begin: pairs are then of one of each; 0 when there is one
     * @param cap the most records of a block that are compared with each other
     */
    Blocks(Schema schema, List<@Nullable Value[]> records, int firstOfSecond, int cap) {
        if (records.size() > MOST_RECORDS) {
            throw new IllegalArgumentException("more than %,d records".formatted(MOST_RECORDS));
        }
        this.records = records;
        this.firstOfSecond = firstOfSecond;
        this.rules = new BlockKeys(schema);
        this.cap = cap;
        this.keys = new long[Math.multiplyExact(records.size(), rules.slots())];
        for (int row = 0; row < records.size(); row++) {
            rules.write(records.get(row), keys, row * rules.slots());
        }
        for (int rule = 0; rule < rules.rules(); rule++) {
            sorted.add(sort(rule));
        }
    }

    /** The rows of a rule's blocks, one block after the other, by the upper bits of the key they share. */
    private long[] sort(int rule) {
        long[] order = packed(rule);
        Arrays.parallelSort(order);
        List<int[]> large = new ArrayList<>();
        eachBlock(order, 0, order.length, (from, until) -> {
            if (until - from > cap) {
                large.add(new int[] {from, until});
            }
        });
        if (large.isEmpty()) {
            return order;
        }
        large.forEach(block -> narrow(rule, order, block[0], block[1], true));
        long[] narrowed = packed(rule);
        Arrays.parallelSort(narrowed);
        eachBlock(narrowed, 0, narrowed.length, (from, until) -> {
            if (until - from > cap) {
                narrow(rule, narrowed, from, until, false);
            }
        });
        return packed(rule).length == narrowed.length ? narrowed : resorted(rule);
    }

    private long[] resorted(int rule) {
        long[] order = packed(rule);
        Arrays.parallelSort(order);
        return order;
    }

    private void narrow(int rule, long[] order, int from, int until, boolean keep) {
        for (int i = from; i < until; i++) {
            int row = (int) (order[i] & ROW);
            for (int slot = rules.firstSlot(rule); slot < rules.firstSlot(rule + 1); slot++) {
                int at = row * rules.slots() + slot;
                if (keys[at] >>> ROW_BITS == order[i] >>> ROW_BITS) {
                    keys[at] = keep ? rules.narrower(keys[at], records.get(row)) : 0;
                }
            }
        }
    }

    private long[] packed(int rule) {
        int slots = rules.firstSlot(rule + 1) - rules.firstSlot(rule);
        long[] packed = new long[records.size() * slots];
        int used = 0;
        for (int row = 0; row < records.size(); row++) {
            for (int slot = 0; slot < slots; slot++) {
                long key = keys[row * rules.slots() + rules.firstSlot(rule) + slot];
                if (key != 0) {
                    packed[used++] = key >>> ROW_BITS << ROW_BITS | row;
                }
            }
        }
        return Arrays.copyOf(packed, used);
    }

    private interface Block {
        void see(int from, int until);
    }

    private static void eachBlock(long[] order, int from, int until, Block block) {
        int start = from;
        while (start < until) {
            long key = order[start] >>> ROW_BITS;
            int end = start + 1;
            while (end < order.length && order[end] >>> ROW_BITS == key) {
                end++;
            }
            if (end - start > 1) {
                block.see(start, end);
            }
            start = end;
        }
    }

    /**
     * Every candidate pair, or those of some blocks.
     *
     * @param sample every so-manieth block, 1 for all
     * @param threads told apart by a number from 0
     */
    void forEach(int sample, ExecutorService pool, int threads, IntFunction<Pairs> pairs) {
        for (int rule = 0; rule < sorted.size(); rule++) {
            int r = rule;
            long[] order = sorted.get(rule);
            List<Callable<Object>> parts = new ArrayList<>();
            int from = 0;
            for (int part = 0; part < threads; part++) {
                int until = part == threads - 1
                        ? order.length
                        : endOfBlock(order, (int) ((long) order.length * (part + 1) / threads));
                int first = from;
                Pairs sink = pairs.apply(part);
                parts.add(() -> {
                    eachBlock(order, first, until, (start, end) -> {
                        if (sample == 1 || Math.floorMod(order[start] >>> ROW_BITS, sample) == 0) {
                            block(r, order, start, end, sink);
                        }
                    });
                    return true;
                });
                from = Math.max(from, until);
            }
            await(pool, parts);
        }
    }

    private static int endOfBlock(long[] order, int at) {
        int end = at;
        while (end > 0 && end < order.length && order[end] >>> ROW_BITS == order[end - 1] >>> ROW_BITS) {
            end++;
        }
        return end;
    }

    static <T> List<T> await(ExecutorService pool, List<Callable<T>> parts) {
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> part : pool.invokeAll(parts)) {
                done.add(part.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while comparing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void block(int rule, long[] order, int from, int until, Pairs pairs) {
        long key = order[from] >>> ROW_BITS;
        for (int i = from; i < until; i++) {
            int one = (int) (order[i] & ROW);
            for (int j = i + 1; j < until; j++) {
                int other = (int) (order[j] & ROW);
                if (isAsked(one, other) && !isKnown(rule, key, one, other)) {
                    pairs.take(one, other);
                }
            }
        }
    }

    private boolean isAsked(int one, int other) {
        return one != other && (firstOfSecond == 0 || one < firstOfSecond != other < firstOfSecond);
    }

    /** Whether an earlier rule, or a smaller key of this one, has brought the two together. */
    private boolean isKnown(int rule, long key, int one, int other) {
        int oneAt = one * rules.slots();
        int otherAt = other * rules.slots();
        for (int r = 0; r <= rule; r++) {
            for (int a = rules.firstSlot(r); a < rules.firstSlot(r + 1); a++) {
                long shared = keys[oneAt + a] >>> ROW_BITS;
                if (shared != 0 && (r < rule || shared < key) && has(otherAt, r, shared)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean has(int at, int rule, long shared) {
        for (int b = rules.firstSlot(rule); b < rules.firstSlot(rule + 1); b++) {
            if (keys[at + b] >>> ROW_BITS == shared) {
                return true;
            }
        }
        return false;
    }
}
