package uk.sightline.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.matching.Schema.Names;

/** Weighs pairs of records by one model. Safe to use from many threads. */
public final class Scorer {

    private final Schema schema;
    private final Kind[] kinds;
    private final double[][] bits;
    private final double[] meanShares;
    private final double rarity;
    private final Shares shares;

    public Scorer(Model model, Shares shares) {
        this.schema = model.schema();
        this.shares = shares;
        this.rarity = Bits.ofChance(model.rarity());
        this.kinds = schema.comparisons().stream().map(Comparison::kind).toArray(Kind[]::new);
        this.bits = model.chances().stream().map(Chances::bits).toArray(double[][]::new);
        this.meanShares = new double[kinds.length];
        for (int c = 0; c < kinds.length; c++) {
            List<Double> ifOther = model.chances().get(c).ifOther();
            meanShares[c] = ifOther.subList(kinds[c].sameFrom(), ifOther.size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }
    }

    /** The weight of everything together in bits, from how rare a match is on. */
    public double bits(@Nullable Value[] one, @Nullable Value[] other) {
        Names names = names(one, other);
        return rarity + sum(schema.withoutNames(one, other) | schema.packed(names), one, other, names);
    }

    /** The chance that a weight stands for. */
    public static double chance(double bits) {
        return Bits.chance(bits);
    }

    /** The weight that a chance stands for, to compare {@link #bits} with. */
    public static double bitsOf(double chance) {
        return Bits.ofChance(chance);
    }

    /** The levels of a pair, the way round that weighs most. */
    long pattern(@Nullable Value[] one, @Nullable Value[] other) {
        return schema.withoutNames(one, other) | schema.packed(names(one, other));
    }

    private Names names(@Nullable Value[] one, @Nullable Value[] other) {
        Names straight = schema.straight(one, other);
        Names turned = schema.turned(one, other);
        return turned == null || weight(one, other, straight) >= weight(one, other, turned) ? straight : turned;
    }

    private double weight(@Nullable Value[] one, @Nullable Value[] other, Names names) {
        return sum(schema.packed(names), one, other, names);
    }

    private double sum(long pattern, @Nullable Value[] one, @Nullable Value[] other, Names names) {
        double sum = 0;
        for (int c = 0; c < kinds.length; c++) {
            int level = Schema.level(pattern, c);
            sum += level < 0 ? 0 : part(c, level, one[c], other[facing(c, names)]);
        }
        return sum;
    }

    /** Which value of the other record is held against one's. */
    private int facing(int comparison, Names names) {
        if (!names.turned()) {
            return comparison;
        }
        return comparison == schema.given()
                ? schema.family()
                : comparison == schema.family() ? schema.given() : comparison;
    }

    private double part(int c, int level, @Nullable Value one, @Nullable Value other) {
        double base = bits[c][level];
        if (one == null || other == null || !kinds[c].weighsByValue() || base <= 0) {
            return base;
        }
        double others = Math.max(shares.others(c, one), shares.others(c, other));
        double rarer = Bits.of(meanShares[c] / (others + Math.min(shares.least(), meanShares[c])));
        int same = kinds[c].sameFrom();
        double asSame = Math.max(0, bits[c][Math.max(level, same)] + rarer);
        return level >= same ? asSame : Math.min(base, asSame);
    }

    /** Why a pair weighs what it weighs; the parts add up to {@link #bits}. */
    public Explanation explain(@Nullable Value[] one, @Nullable Value[] other) {
        Names names = names(one, other);
        long pattern = schema.withoutNames(one, other) | schema.packed(names);
        List<Explanation.Part> parts = new ArrayList<>();
        for (int c = 0; c < kinds.length; c++) {
            Value mine = one[c];
            Value theirs = other[facing(c, names)];
            int level = Schema.level(pattern, c);
            parts.add(new Explanation.Part(
                    schema.comparisons().get(c),
                    mine == null ? null : mine.text(),
                    theirs == null ? null : theirs.text(),
                    level < 0 ? null : kinds[c].levels().get(level),
                    level < 0 ? 0 : part(c, level, mine, theirs)));
        }
        return new Explanation(rarity, parts);
    }
}
