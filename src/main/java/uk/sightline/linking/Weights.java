package uk.sightline.linking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pairs that weigh enough to be kept, in arrays of numbers: there may be millions. */
final class Weights {

    private static final int CHUNK = 1 << 15;

    private final List<int[]> pairs = new ArrayList<>();
    private final List<float[]> bits = new ArrayList<>();
    private int size;

    /** Takes a pair and its weight in bits. */
    interface Each {
        void see(int one, int other, float bits);
    }

    void add(int one, int other, double weight) {
        int at = size % CHUNK;
        if (at == 0) {
            pairs.add(new int[2 * CHUNK]);
            bits.add(new float[CHUNK]);
        }
        int[] last = pairs.getLast();
        last[2 * at] = Math.min(one, other);
        last[2 * at + 1] = Math.max(one, other);
        bits.getLast()[at] = (float) weight;
        size++;
    }

    void addAll(Weights others) {
        for (int i = 0; i < others.size; i++) {
            add(others.one(i), others.other(i), others.bits(i));
        }
    }

    int size() {
        return size;
    }

    /** Every pair, the heaviest first, those of equal weight in the order of the files, whichever thread found them. */
    void heaviestFirst(Each each) {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) -thousandths(i) << 32 | i;
        }
        Arrays.parallelSort(order);
        for (int from = 0; from < size; ) {
            int until = from;
            while (until < size && order[until] >> 32 == order[from] >> 32) {
                until++;
            }
            ofEqualWeight(order, from, until, each);
            from = until;
        }
    }

    private void ofEqualWeight(long[] order, int from, int until, Each each) {
        float weight = (order[from] >> 32) / -1_000f;
        long[] tied = new long[until - from];
        for (int i = from; i < until; i++) {
            tied[i - from] = (long) one((int) order[i]) << 32 | other((int) order[i]);
        }
        Arrays.sort(tied);
        for (long pair : tied) {
            each.see((int) (pair >> 32), (int) pair, weight);
        }
    }

    private int thousandths(int i) {
        return Math.round(bits(i) * 1_000);
    }

    private int one(int i) {
        return pairs.get(i / CHUNK)[2 * (i % CHUNK)];
    }

    private int other(int i) {
        return pairs.get(i / CHUNK)[2 * (i % CHUNK) + 1];
    }

    private float bits(int i) {
        return bits.get(i / CHUNK)[i % CHUNK];
    }
}
