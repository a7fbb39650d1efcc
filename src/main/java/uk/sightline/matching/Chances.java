package uk.sightline.matching;

import java.util.List;

/**
 * How often each level of a comparison is the answer.
 *
 * @param ifSame between two records of one person; adds up to 1
 * @param ifOther between records of two people; adds up to 1
 */
public record Chances(List<Double> ifSame, List<Double> ifOther) {

    public Chances {
        ifSame = List.copyOf(ifSame);
        ifOther = List.copyOf(ifOther);
        if (ifSame.size() != ifOther.size() || !areChances(ifSame) || !areChances(ifOther)) {
            throw new IllegalArgumentException("not chances: " + ifSame + " and " + ifOther);
        }
    }

    static Chances usual(Kind kind) {
        return new Chances(
                kind.levels().stream().map(Level::ifSame).toList(),
                kind.levels().stream().map(Level::ifOther).toList());
    }

    private static boolean areChances(List<Double> chances) {
        double sum = chances.stream().mapToDouble(Double::doubleValue).sum();
        return chances.stream().allMatch(chance -> chance > 0 && chance <= 1) && Math.abs(sum - 1) < 0.01;
    }

    /**
     * The weight of each level in bits, never less than that of a level below: by chance a few data can say otherwise,
     * and nobody could explain it. Levels that are out of order share the weight of all of them together.
     */
    public double[] bits() {
        int size = ifSame.size();
        double[] bits = new double[size];
        int[] from = new int[size];
        int groups = 0;
        double[] same = new double[size];
        double[] other = new double[size];
        for (int level = 0; level < size; level++) {
            from[groups] = level;
            same[groups] = ifSame.get(level);
            other[groups++] = ifOther.get(level);
            while (groups > 1 && same[groups - 1] / other[groups - 1] < same[groups - 2] / other[groups - 2]) {
                groups--;
                same[groups - 1] += same[groups];
                other[groups - 1] += other[groups];
            }
        }
        for (int group = 0; group < groups; group++) {
            int until = group + 1 < groups ? from[group + 1] : size;
            java.util.Arrays.fill(bits, from[group], until, Bits.of(same[group] / other[group]));
        }
        return bits;
    }
}
