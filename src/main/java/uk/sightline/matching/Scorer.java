package uk.sightline.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.matching.Schema.Names;

/**
 * Weighs pairs of records by one model. Where households are thought of, two records are of one person, of two strangers or
 * of two people of one household, and what speaks for one person has to hold against both others. Safe to use from many
 * threads.
 */
public final class Scorer {

    private final Schema schema;
    private final Kind[] kinds;
    private final double[][] bits;
    private final double[] meanShares;
    private final double rarity;
    private final Shares shares;
    private final @Nullable Household household;
    private final double @Nullable [][] atHome;

    public Scorer(Model model, Shares shares) {
        this(model, shares, null);
    }

    /** @param household null: two records that are not of one person are of strangers */
    public Scorer(Model model, Shares shares, @Nullable Household household) {
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
        this.household = household;
        this.atHome = household == null ? null : atHome(model, household);
    }

    private static double @Nullable [][] atHome(Model model, Household household) {
        double @Nullable [][] atHome = new double[model.chances().size()][];
        for (int c = 0; c < atHome.length; c++) {
            atHome[c] = household.bits(
                    model.schema().comparisons().get(c), model.chances().get(c));
        }
        return atHome;
    }

    /** The weight of everything together in bits, from how rare a match is on. */
    public double bits(@Nullable Value[] one, @Nullable Value[] other) {
        return best(one, other).bits();
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
        return best(one, other).pattern();
    }

    /**
     * A pair, its names one way round.
     *
     * @param apart its weight against strangers, in bits
     * @param bits its weight against strangers and people of one household
     */
    private record Weighed(long pattern, Names names, double apart, double bits) {}

    /** The way round that weighs most. */
    private Weighed best(@Nullable Value[] one, @Nullable Value[] other) {
        long rest = schema.withoutNames(one, other);
        Weighed straight = weighed(rest, one, other, schema.straight(one, other));
        Names turned = schema.turned(one, other);
        if (turned == null) {
            return straight;
        }
        Weighed round = weighed(rest, one, other, turned);
        return straight.bits() >= round.bits() ? straight : round;
    }

    private Weighed weighed(long rest, @Nullable Value[] one, @Nullable Value[] other, Names names) {
        long pattern = rest | schema.packed(names);
        double apart = rarity;
        double home = household == null ? 0 : household.rarity();
        for (int c = 0; c < kinds.length; c++) {
            int level = Schema.level(pattern, c);
            if (level >= 0) {
                double part = part(c, level, one[c], other[facing(c, names)]);
                apart += part;
                home += atHome(c, level, part);
            }
        }
        home += givenAtHome(names);
        return new Weighed(pattern, names, apart, household == null ? apart : Bits.againstBoth(apart, home));
    }

    /** What a comparison other than that of given names weighs among people of one household. */
    private double atHome(int c, int level, double part) {
        double @Nullable [][] bits = atHome;
        if (bits == null || c == schema.given()) {
            return 0;
        }
        double @Nullable [] own = bits[c];
        return own == null ? part : own[level];
    }

    /**
     * What given names weigh there. Names that are turned round have none that is surely the given one: the less alike of the
     * two counts, whichever record is named first.
     */
    private double givenAtHome(Names names) {
        double @Nullable [][] bits = atHome;
        double @Nullable [] own = bits == null || schema.given() < 0 ? null : bits[schema.given()];
        int level = names.given();
        if (names.turned() && names.family() > 0) {
            level = level > 0 ? Math.min(level, names.family()) : names.family();
        }
        return own == null || level == 0 ? 0 : own[level - 1];
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
        Weighed weighed = best(one, other);
        List<Explanation.Part> parts = new ArrayList<>();
        for (int c = 0; c < kinds.length; c++) {
            Value mine = one[c];
            Value theirs = other[facing(c, weighed.names())];
            int level = Schema.level(weighed.pattern(), c);
            parts.add(new Explanation.Part(
                    schema.comparisons().get(c),
                    mine == null ? null : mine.text(),
                    theirs == null ? null : theirs.text(),
                    level < 0 ? null : kinds[c].levels().get(level),
                    level < 0 ? 0 : part(c, level, mine, theirs)));
        }
        return new Explanation(rarity, parts, weighed.bits() - weighed.apart());
    }
}
