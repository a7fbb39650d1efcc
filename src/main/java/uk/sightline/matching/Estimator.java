package uk.sightline.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates a model by expectation and maximisation. How records of one person differ is learnt from the pairs that share
 * a key, which hold nearly every such pair; how those of two people differ from pairs drawn by chance, less the few of
 * them that are one person's. What is usual counts as if it had been seen a number of times.
 */
public final class Estimator {

    private static final int MOST_ROUNDS = 60;
    private static final double SETTLED = 1e-5;

    /** As many pairs of one person, and of two, as what is usual is worth. */
    private static final double USUAL_SAME = 20;

    private static final double USUAL_OTHER = 200;

    /** What was never seen in a million pairs is not known to be rarer than this. */
    private static final double RAREST = 1e-7;

    private final Schema schema;
    private final double allPairs;
    private final Patterns candidates;
    private final double sampled;
    private final Patterns chance;

    /**
     * @param allPairs how many pairs there are in all
     * @param candidates of pairs that share a key
     * @param sampled the share of those pairs that was looked at, more than 0
     * @param chance of pairs drawn by chance
     */
    Estimator(Schema schema, double allPairs, Patterns candidates, double sampled, Patterns chance) {
        this.schema = schema;
        this.allPairs = allPairs;
        this.candidates = candidates;
        this.sampled = sampled;
        this.chance = chance;
    }

    Model estimate(Model first) {
        Model model = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Model next = round(model);
            boolean settled = Math.abs(next.rarity() / model.rarity() - 1) < SETTLED && isClose(model, next, SETTLED);
            model = next;
            if (settled) {
                break;
            }
        }
        return model;
    }

    static boolean isClose(Model one, Model next, double settled) {
        for (int c = 0; c < one.chances().size(); c++) {
            List<Double> before = one.chances().get(c).ifSame();
            List<Double> after = next.chances().get(c).ifSame();
            for (int level = 0; level < before.size(); level++) {
                if (Math.abs(before.get(level) - after.get(level)) > settled) {
                    return false;
                }
            }
        }
        return true;
    }

    private Model round(Model model) {
        double[][] weights = bits(model);
        double[][] same = usual(USUAL_SAME, true);
        double[][] other = usual(USUAL_OTHER, false);
        double rarity = Bits.ofChance(model.rarity());
        double[] matches = {0};
        candidates.forEach((pattern, count) -> {
            double expected = count * posterior(pattern, weights, rarity);
            matches[0] += expected;
            add(pattern, expected, same);
        });
        chance.forEach((pattern, count) -> add(pattern, count * (1 - posterior(pattern, weights, rarity)), other));
        List<Chances> chances = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            chances.add(new Chances(shares(same[c]), shares(other[c])));
        }
        double found = Math.max(0.5, matches[0] / sampled);
        return new Model(schema, Math.min(0.5, found / allPairs), chances);
    }

    private static double[][] bits(Model model) {
        return model.chances().stream().map(Chances::bits).toArray(double[][]::new);
    }

    private static double posterior(long pattern, double[][] weights, double rarity) {
        return Bits.chance(bits(pattern, weights, rarity));
    }

    /** What the levels of a pattern weigh together. */
    static double bits(long pattern, double[][] weights, double rarity) {
        double bits = rarity;
        for (int c = 0; c < weights.length; c++) {
            int level = Schema.level(pattern, c);
            bits += level < 0 ? 0 : weights[c][level];
        }
        return bits;
    }

    static void add(long pattern, double count, double[][] counts) {
        for (int c = 0; c < counts.length; c++) {
            int level = Schema.level(pattern, c);
            if (level >= 0) {
                counts[c][level] += count;
            }
        }
    }

    private double[][] usual(double worth, boolean ofSame) {
        double[][] counts = new double[schema.size()][];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = schema.comparisons().get(c).kind().levels().stream()
                    .mapToDouble(level -> worth * (ofSame ? level.ifSame() : level.ifOther()))
                    .toArray();
        }
        return counts;
    }

    private static List<Double> shares(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        double[] shares = new double[counts.length];
        for (int level = 0; level < counts.length; level++) {
            shares[level] = Math.max(RAREST, counts[level] / sum);
        }
        return list(shares);
    }

    static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
