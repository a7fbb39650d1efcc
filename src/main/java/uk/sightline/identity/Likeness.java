package uk.sightline.identity;

import java.util.Set;

/**
 * How alike two facts are, and why. It orders a list that a person reads; it decides nothing.
 *
 * @param score 0 (nothing alike) to 1 (the same)
 * @param reasons why, the strongest first; empty when nothing is alike
 */
public record Likeness(double score, Set<MatchReason> reasons) {

    /** Nothing is alike. */
    public static final Likeness NONE = new Likeness(0, Set.of());

    static Likeness of(double score, MatchReason reason) {
        return new Likeness(score, Set.of(reason));
    }
}
