package uk.sightline.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** How long something took, time after time. Many threads add; nothing is read before they are done. */
final class Timings {

    /** More than anybody can click in the longest run; what comes after is counted and not timed. */
    private static final int MOST = 1_000_000;

    private static final double NANOS_IN_A_MILLI = 1e6;

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private volatile long[] nanos = new long[1_024];

    void add(long taken) {
        int at = count.getAndIncrement();
        if (at < MOST) {
            keep(at, taken);
        }
    }

    private synchronized void keep(int at, long taken) {
        if (at >= nanos.length) {
            nanos = Arrays.copyOf(nanos, Math.max(at + 1, nanos.length * 2));
        }
        nanos[at] = taken;
    }

    void addError() {
        errors.incrementAndGet();
    }

    int count() {
        return count.get();
    }

    int errors() {
        return errors.get();
    }

    /** All of it together, in milliseconds. */
    double sum() {
        return Arrays.stream(nanos, 0, Math.min(count.get(), MOST)).sum() / NANOS_IN_A_MILLI;
    }

    /**
     * The time within which so many of a hundred were done, in milliseconds, by the nearest rank; 0 when there were none.
     *
     * @param percent above 0, at most 100
     */
    double percentile(double percent) {
        int size = Math.min(count.get(), MOST);
        if (size == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * size);
        return sorted[Math.max(0, rank - 1)] / NANOS_IN_A_MILLI;
    }
}
