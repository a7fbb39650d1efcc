package uk.sightline.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates a model from what people have said of pairs, by expectation and maximisation. How records of one person differ
 * is learnt from the pairs that somebody said are one person's, and from found pairs that nobody has judged yet, each as far as
 * it is likely to be one; how those of two people differ from pairs drawn by chance. Pairs said not to be the same are not
 * counted among the latter: they were asked about because they are alike, and would say that two people mostly are. They say
 * what pairs of the same levels are worth that nobody has judged.
 *
 * <p>What is usual counts as if it had been seen {@link #USUAL_SAME} and {@link #USUAL_OTHER} times: few verdicts move
 * little. Where weighing begins is not estimated: it is how many could be meant.
 */
public final class Learning {

    /** As many pairs of one person as what is usual is worth. */
    public static final int USUAL_SAME = 100;

    /** As many pairs of two people as what is usual is worth. */
    public static final int USUAL_OTHER = 1_000;

    /** As many verdicts on pairs of the same levels as a pair's own chance is worth. */
    private static final double OWN = 10;

    /** What fewer pairs drawn by chance showed is not known to be rarer than is usual. */
    private static final double FEW = 5;

    private static final double RAREST = 1e-7;
    private static final double SETTLED = 1e-5;
    private static final int MOST_ROUNDS = 60;

    private final Schema schema;
    private final double[][] inUse;
    private final double begins;
    private final Model usual;
    private final Patterns same = new Patterns();
    private final Patterns notSame = new Patterns();
    private final Patterns drawn = new Patterns();
    private final List<Found> found = new ArrayList<>();

    /**
     * A pair that nobody has judged.
     *
     * @param beside what it weighs beyond its levels, because values are common or rare and homes are shared
     */
    private record Found(long pattern, double beside) {}

    /** @param inUse by which the found pairs were weighed */
    public Learning(Model inUse) {
        this.schema = inUse.schema();
        this.inUse = weights(inUse);
        this.begins = Bits.ofChance(inUse.rarity());
        this.usual = new Model(schema, inUse.rarity(), Model.usual(schema, 1).chances());
    }

    /**
     * Pairs of which somebody has said whether they are one person's.
     *
     * @param levels as {@link Explanation#levels} writes them; what this schema does not compare is left out
     */
    public void judged(String levels, boolean areSame, long pairs) {
        (areSame ? same : notSame).add(schema.pattern(levels), pairs);
    }

    /** A pair of which nobody has said anything, with its weight in bits. */
    public void found(String levels, double bits) {
        long pattern = schema.pattern(levels);
        found.add(new Found(pattern, bits - Estimator.bits(pattern, inUse, begins)));
    }

    /** Two records drawn by chance. */
    public void drawn(String levels) {
        drawn.add(schema.pattern(levels));
    }

    /**
     * What was learnt.
     *
     * @param seen what it rests on, for each comparison, without what is usual
     */
    public record Learnt(Model model, List<Seen> seen) {
        public Learnt {
            seen = List.copyOf(seen);
        }
    }

    /**
     * How many pairs were at each level of a comparison.
     *
     * @param same of one person: pairs said to be, and the likely part of those that nobody has judged
     * @param other of two people, drawn by chance
     */
    public record Seen(List<Double> same, List<Double> other) {
        public Seen {
            same = List.copyOf(same);
            other = List.copyOf(other);
        }
    }

    public Learnt learn() {
        Learnt learnt = round(usual);
        boolean settled = false;
        for (int round = 1; round < MOST_ROUNDS && !settled; round++) {
            Learnt next = round(learnt.model());
            settled = Estimator.isClose(learnt.model(), next.model(), SETTLED);
            learnt = next;
        }
        return learnt;
    }

    private Learnt round(Model model) {
        double[][] weights = weights(model);
        double rarity = Bits.ofChance(model.rarity());
        double[][] ofSame = nothing();
        double[][] ofOther = nothing();
        same.forEach((pattern, count) -> Estimator.add(pattern, count, ofSame));
        found.forEach(pair -> {
            double own = Bits.chance(Estimator.bits(pair.pattern(), weights, rarity) + pair.beside());
            Estimator.add(pair.pattern(), asJudged(pair.pattern(), own), ofSame);
        });
        drawn.forEach((pattern, count) ->
                Estimator.add(pattern, count * (1 - Bits.chance(Estimator.bits(pattern, weights, rarity))), ofOther));
        List<Chances> chances = new ArrayList<>();
        List<Seen> seen = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            Chances before = usual.chances().get(c);
            chances.add(new Chances(
                    shares(before.ifSame(), USUAL_SAME, ofSame[c], false),
                    shares(before.ifOther(), USUAL_OTHER, ofOther[c], true)));
            seen.add(new Seen(Estimator.list(ofSame[c]), Estimator.list(ofOther[c])));
        }
        return new Learnt(new Model(schema, model.rarity(), chances), seen);
    }

    /** What pairs of the same levels were said to be, the pair's own chance among it. */
    private double asJudged(long pattern, double own) {
        double saidSame = same.count(pattern);
        return (OWN * own + saidSame) / (OWN + saidSame + notSame.count(pattern));
    }

    private static double[][] weights(Model model) {
        return model.chances().stream().map(Chances::bits).toArray(double[][]::new);
    }

    private double[][] nothing() {
        return usual.chances().stream()
                .map(chances -> new double[chances.ifSame().size()])
                .toArray(double[][]::new);
    }

    private static List<Double> shares(List<Double> usual, double worth, double[] seen, boolean notRarer) {
        double all = worth;
        for (double count : seen) {
            all += count;
        }
        double[] shares = new double[seen.length];
        double sum = 0;
        for (int level = 0; level < seen.length; level++) {
            double least = notRarer && seen[level] < FEW ? usual.get(level) : RAREST;
            shares[level] = Math.max(least, (worth * usual.get(level) + seen[level]) / all);
            sum += shares[level];
        }
        for (int level = 0; level < seen.length; level++) {
            shares[level] /= sum;
        }
        return Estimator.list(shares);
    }
}
