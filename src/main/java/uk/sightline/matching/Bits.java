package uk.sightline.matching;

/** Weights of evidence: a weight of one bit makes it twice as likely that two records are one person's. */
final class Bits {

    private static final double LN_2 = Math.log(2);

    private Bits() {}

    static double of(double ratio) {
        return Math.log(ratio) / LN_2;
    }

    static double ofChance(double chance) {
        return of(chance / (1 - chance));
    }

    /**
     * The weight for one person against two others together, from the weights against each; a little less than the lesser.
     */
    static double againstBoth(double one, double other) {
        double least = Math.min(one, other);
        return least - Math.log1p(Math.exp(-Math.abs(one - other) * LN_2)) / LN_2;
    }

    /** The chance that so many bits, the rarity of a match among them, stand for. */
    static double chance(double bits) {
        return 1 / (1 + Math.exp(-bits * LN_2));
    }
}
