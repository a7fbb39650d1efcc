package uk.sightline.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How alike two names are, word by word in whatever order, with the reasons. */
public final class NameSimilarity {

    /** A name of one word that is found in a longer one is a partial answer. */
    private static final double MISSING_WORD = 0.35;

    private static final double HONORIFIC = 0.3;
    private static final double OTHER_ORDER = 0.97;

    private record Pair(String one, String other, WordLikeness likeness) {
        double weight() {
            return NameWords.isHonorific(one) && NameWords.isHonorific(other) ? HONORIFIC : 1;
        }
    }

    private NameSimilarity() {}

    /** Compares two full names in any script. */
    public static Likeness between(String one, String other) {
        return between(NameWords.of(one), other);
    }

    /** Compares a name whose folded words are known already. */
    public static Likeness between(List<String> ones, String other) {
        List<String> others = NameWords.of(other);
        if (ones.isEmpty() || others.isEmpty()) {
            return Likeness.NONE;
        }
        if (String.join("", ones).equals(String.join("", others))) {
            return Likeness.of(1, MatchReason.SAME_NAME);
        }
        List<Pair> pairs = bestPairs(ones, others);
        return pairs.isEmpty() ? Likeness.NONE : judged(pairs, ones, others);
    }

    private static Likeness judged(List<Pair> pairs, List<String> ones, List<String> others) {
        boolean allSame = pairs.stream().allMatch(p -> p.one().equals(p.other()));
        if (allSame && pairs.size() == ones.size() && pairs.size() == others.size()) {
            return Likeness.of(OTHER_ORDER, MatchReason.SAME_NAME_OTHER_ORDER);
        }
        return new Likeness(score(pairs, ones.size(), others.size()), reasons(pairs));
    }

    private static double score(List<Pair> pairs, int ones, int others) {
        double weights = pairs.stream().mapToDouble(Pair::weight).sum();
        double alike = pairs.stream()
                .mapToDouble(p -> p.likeness().score() * p.weight())
                .sum();
        int unpaired = Math.min(ones, others) - pairs.size();
        int extra = Math.abs(ones - others);
        return alike / (weights + unpaired + extra * MISSING_WORD);
    }

    private static Set<MatchReason> reasons(List<Pair> pairs) {
        EnumSet<MatchReason> reasons = EnumSet.noneOf(MatchReason.class);
        pairs.forEach(p -> reasons.add(p.likeness().reason()));
        return Collections.unmodifiableSet(reasons);
    }

    /** Each word with the word of the other name that it is most like, no word twice. */
    private static List<Pair> bestPairs(List<String> ones, List<String> others) {
        List<Pair> all = new ArrayList<>();
        for (String one : ones) {
            for (String other : others) {
                WordLikeness.between(one, other).ifPresent(likeness -> all.add(new Pair(one, other, likeness)));
            }
        }
        all.sort(Comparator.comparingDouble((Pair p) -> p.likeness().score()).reversed());
        List<String> onesLeft = new ArrayList<>(ones);
        List<String> othersLeft = new ArrayList<>(others);
        return all.stream().filter(p -> take(p, onesLeft, othersLeft)).toList();
    }

    private static boolean take(Pair pair, List<String> onesLeft, List<String> othersLeft) {
        boolean free = onesLeft.contains(pair.one()) && othersLeft.contains(pair.other());
        return free && onesLeft.remove(pair.one()) && othersLeft.remove(pair.other());
    }
}
