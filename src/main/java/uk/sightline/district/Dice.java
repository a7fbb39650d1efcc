package uk.sightline.district;

import java.util.List;
import java.util.UUID;

/**
 * Repeatable chance: SplitMix64, written out so that the same seed gives the same district on every Java there will be.
 */
final class Dice {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The dice of one thing: of a household, of a referral. */
    static Dice of(long seed, String what, long number) {
        return new Dice(mixed(mixed(seed ^ what.hashCode() * STEP) + number * STEP));
    }

    /** 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean chance(double percent) {
        return below(100_000) < percent * 1_000;
    }

    <T> T pick(List<T> all) {
        return all.get(below(all.size()));
    }

    /** The first of the list often, the last seldom, as names are. */
    <T> T pickCommonFirst(List<T> all) {
        double share = below(1 << 20) / (double) (1 << 20);
        return all.get((int) (Math.pow(share, 1.5) * all.size()));
    }

    /** An identifier that looks like any other (UUID version 4) and is the same for the same thing. */
    UUID id() {
        return new UUID(next() & ~0xF000L | 0x4000L, next() & ~(3L << 62) | 1L << 63);
    }

    private long next() {
        state += STEP;
        return mixed(state);
    }

    private static long mixed(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
