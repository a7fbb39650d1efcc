package uk.sightline.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two records that are alike may be of two people of one household, who have the family name, the address and the phone in
 * common: counted as if each were a further chance, these would make one person of brothers and sisters. Within a household
 * they tell nobody apart; what does is the given name, the birth date and the numbers that belong to one person.
 *
 * @param others with how many other people somebody shares a household; above 0
 * @param sameGivenName how often two of them have the same given name, 0 to 1
 * @param sameBirthDate how often two of them were born on the same day, 0 to 1
 */
public record Household(double others, double sameGivenName, double sameBirthDate) {

    public Household {
        if (!(others > 0) || !isChance(sameGivenName) || !isChance(sameBirthDate)) {
            throw new IllegalArgumentException(
                    "not a household: %f others, %f and %f".formatted(others, sameGivenName, sameBirthDate));
        }
    }

    private static boolean isChance(double chance) {
        return chance > 0 && chance < 1;
    }

    /** What a family of four is like: namesakes are a few in a thousand, twins two in a hundred. */
    public static Household usual() {
        return new Household(4, 0.003, 0.02);
    }

    /** Where weighing begins among one household, in bits: the one, or one of the others. */
    double rarity() {
        return Bits.of(1 / others);
    }

    /** The weights of a comparison's levels among one household; null where they are those among all people. */
    double @Nullable [] bits(Comparison comparison, Chances chances) {
        return switch (comparison.kind()) {
            case POSTCODE, ADDRESS, PLACE, PHONE, NAME_ORDER ->
                new double[chances.ifSame().size()];
            case NAME ->
                comparison.key().equals(Comparison.FAMILY)
                        ? new double[chances.ifSame().size()]
                        : with(chances, sameGivenName).bits();
            case BIRTH_DATE -> with(chances, sameBirthDate).bits();
            case EMAIL, NUMBER, PROTECTED -> null;
        };
    }

    /** The same, but for how often the last level is the answer between two people; the first makes up for it. */
    private static Chances with(Chances chances, double same) {
        List<Double> ifOther = new ArrayList<>(chances.ifOther());
        double more = same - ifOther.getLast();
        ifOther.set(ifOther.size() - 1, same);
        ifOther.set(0, ifOther.getFirst() - more);
        return new Chances(chances.ifSame(), ifOther);
    }
}
