package uk.sightline.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comparisons of a set of records, in their order. A record is an array with one value, or null, for each. Where
 * given and family names are compared, so is their order: they change places in forms, and in some languages.
 */
public final class Schema {

    /** A pattern is four bits for each comparison of a long. */
    static final int MOST = 15;

    private static final int BITS = 4;
    private static final int NOTHING = 0;

    private final List<Comparison> comparisons;
    private final Kind[] kinds;
    private final int given;
    private final int family;
    private final int order;

    private Schema(List<Comparison> comparisons, int given, int family) {
        this.comparisons = List.copyOf(comparisons);
        this.kinds = comparisons.stream().map(Comparison::kind).toArray(Kind[]::new);
        this.given = given;
        this.family = family;
        this.order = given >= 0 && family >= 0 ? comparisons.size() - 1 : -1;
    }

    public static Schema of(List<Comparison> asked) {
        List<String> keys = asked.stream().map(Comparison::key).toList();
        int given = keys.indexOf(Comparison.GIVEN);
        int family = keys.indexOf(Comparison.FAMILY);
        List<Comparison> all = new ArrayList<>(asked);
        if (given >= 0 && family >= 0) {
            all.add(Comparison.nameOrder());
        }
        if (all.size() > MOST) {
            throw new IllegalArgumentException("more than %d comparisons".formatted(MOST));
        }
        return new Schema(all, given, family);
    }

    /** All of them; the order of names, where it is compared, is the last. */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    int size() {
        return comparisons.size();
    }

    int given() {
        return given;
    }

    int family() {
        return family;
    }

    /** Where the order of names stands; -1 when it is not compared. */
    int order() {
        return order;
    }

    /** The level of each comparison but those of names, packed; 0 where either says nothing, level 0 is 1. */
    long withoutNames(@Nullable Value[] one, @Nullable Value[] other) {
        long pattern = 0;
        for (int c = 0; c < kinds.length; c++) {
            if (c != given && c != family && c != order) {
                pattern |= (long) level(c, one[c], other[c]) << c * BITS;
            }
        }
        return pattern;
    }

    /** The levels of names, packed likewise. */
    long packed(Names names) {
        return at(given, names.given()) | at(family, names.family()) | at(order, names.order());
    }

    private static long at(int comparison, int level) {
        return comparison < 0 ? 0 : (long) level << comparison * BITS;
    }

    /** The pattern of levels as {@link Explanation#levels} writes them; what is not compared here is left out. */
    long pattern(String levels) {
        long pattern = 0;
        for (String each : levels.split(" ", -1)) {
            int colon = each.lastIndexOf(':');
            for (int c = 0; c < kinds.length && colon > 0; c++) {
                int level = comparisons.get(c).key().equals(each.substring(0, colon))
                        ? Integer.parseInt(each.substring(colon + 1))
                        : kinds[c].levels().size();
                if (level < kinds[c].levels().size()) {
                    pattern |= at(c, level + 1);
                }
            }
        }
        return pattern;
    }

    /** The level in a pattern: -1 where nothing was compared. */
    static int level(long pattern, int comparison) {
        return (int) (pattern >>> comparison * BITS & 15) - 1;
    }

    /** The names as they stand. */
    Names straight(@Nullable Value[] one, @Nullable Value[] other) {
        if (order < 0) {
            return new Names(
                    nameLevel(one, given, other, given), nameLevel(one, family, other, family), NOTHING, false);
        }
        return new Names(
                level(given, one[given], other[given]),
                level(family, one[family], other[family]),
                bothNamed(one, other) ? 2 : NOTHING,
                false);
    }

    /** The names of the other turned round; null when that can make nothing more alike. */
    @Nullable Names turned(@Nullable Value[] one, @Nullable Value[] other) {
        if (order < 0 || !bothNamed(one, other)) {
            return null;
        }
        int givenLevel = level(given, one[given], other[family]);
        int familyLevel = level(given, one[family], other[given]);
        return givenLevel > 1 || familyLevel > 1 ? new Names(givenLevel, familyLevel, 1, true) : null;
    }

    private int nameLevel(@Nullable Value[] one, int at, @Nullable Value[] other, int otherAt) {
        return at < 0 ? NOTHING : level(at, one[at], other[otherAt]);
    }

    private boolean bothNamed(@Nullable Value[] one, @Nullable Value[] other) {
        return (one[given] != null || one[family] != null) && (other[given] != null || other[family] != null);
    }

    private int level(int comparison, @Nullable Value one, @Nullable Value other) {
        if (one == null || other == null) {
            return NOTHING;
        }
        Kind kind = kinds[comparison];
        return 1 + (one == other && kind != Kind.NUMBER ? kind.sameFrom() : kind.level(one, other));
    }

    /**
     * How the names of two records compare, one way round.
     *
     * @param given as in a pattern: 0 for nothing, level 0 is 1
     * @param family likewise
     * @param order likewise
     */
    record Names(int given, int family, int order, boolean turned) {}
}
