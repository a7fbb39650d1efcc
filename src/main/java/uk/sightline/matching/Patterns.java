package uk.sightline.matching;

import java.util.Arrays;

/** How often each pattern of levels came up: an open-addressed table of longs, because there are millions of pairs. */
final class Patterns {

    private static final int FIRST_SIZE = 1 << 12;

    private long[] keys = new long[FIRST_SIZE];
    private long[] counts = new long[FIRST_SIZE];
    private int used;
    private long pairs;

    /** For each pattern and how often. */
    @FunctionalInterface
    interface Each {
        void see(long pattern, long count);
    }

    void add(long pattern) {
        add(pattern, 1);
    }

    void add(long pattern, long count) {
        if (used * 2 >= keys.length) {
            grow();
        }
        int at = slot(pattern);
        used += counts[at] == 0 ? 1 : 0;
        keys[at] = pattern;
        counts[at] += count;
        pairs += count;
    }

    long count(long pattern) {
        return counts[slot(pattern)];
    }

    void addAll(Patterns others) {
        others.forEach(this::add);
    }

    void forEach(Each each) {
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                each.see(keys[i], counts[i]);
            }
        }
    }

    long pairs() {
        return pairs;
    }

    private int slot(long pattern) {
        int at = (int) (pattern * 0x9E3779B97F4A7C15L >>> 40) & keys.length - 1;
        while (counts[at] != 0 && keys[at] != pattern) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > 0) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }

    @Override
    public String toString() {
        return "%d pairs in %d patterns"
                .formatted(pairs, Arrays.stream(counts).filter(c -> c > 0).count());
    }
}
