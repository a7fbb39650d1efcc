package uk.sightline.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.BirthDateSimilarity;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.Likeness;
import uk.sightline.identity.NameSimilarity;
import uk.sightline.identity.NameWords;
import uk.sightline.people.Candidate.Strength;
import uk.sightline.people.Probe.Clue;

/**
 * How much speaks for two being the same person, with the reasons in words. A deterministic order for a list that a
 * person reads (PRACTICE §16: never auto-merge).
 */
record Weighing(
        UUID id,
        Strength strength,
        double score,
        List<String> reasons,
        @Nullable String hint) {

    /** Numbers that belong to one person alone. */
    static final Set<IdentifierScheme> TELLING = EnumSet.of(
            IdentifierScheme.NHS_NUMBER,
            IdentifierScheme.UPN,
            IdentifierScheme.ULN,
            IdentifierScheme.LA_CHILD_ID,
            IdentifierScheme.PNC_ID,
            IdentifierScheme.CRO_NUMBER);

    static final Comparator<Weighing> BEST_FIRST = Comparator.comparing(Weighing::strength)
            .thenComparing(Comparator.comparingDouble(Weighing::score).reversed())
            .thenComparing(Weighing::id);

    private static final double SAME = 0.93;
    private static final double ALIKE = 0.8;
    private static final double PARTLY = 0.5;

    /** Weighs one candidate; empty when nothing worth showing is alike. */
    static Optional<Weighing> of(Probe probe, Compared other) {
        Likeness name = bestName(probe.nameOrBlank(), other.names());
        Likeness birth = BirthDateSimilarity.between(probe.born(), other.born());
        List<Clue> shared = probe.identifiers().stream().filter(other::has).toList();
        boolean number = shared.stream().anyMatch(clue -> TELLING.contains(clue.scheme()));
        boolean contact = shared.stream().anyMatch(clue -> !TELLING.contains(clue.scheme()));
        return judged(probe, name.score(), birth.score(), number, contact)
                .map(strength -> new Weighing(
                        other.id(),
                        strength,
                        sum(name.score(), birth.score(), number, contact),
                        reasons(shared, name, birth),
                        hint(probe, other, birth, name)));
    }

    private static Likeness bestName(String name, List<String> names) {
        List<String> words = NameWords.of(name);
        return words.isEmpty()
                ? Likeness.NONE
                : names.stream()
                        .map(each -> NameSimilarity.between(words, each))
                        .max(Comparator.comparingDouble(Likeness::score))
                        .orElse(Likeness.NONE);
    }

    private static Optional<Strength> judged(Probe probe, double name, double birth, boolean number, boolean contact) {
        if (number) {
            boolean contradicted = !probe.nameOrBlank().isBlank() && name < PARTLY && birth < PARTLY;
            return Optional.of(contradicted ? Strength.POSSIBLE : Strength.STRONG);
        }
        if (name >= SAME && birth == 1) {
            return Optional.of(Strength.STRONG);
        }
        boolean possible = name >= ALIKE && (birth >= PARTLY || contact) || birth == 1 && name >= PARTLY;
        return possible ? Optional.of(Strength.POSSIBLE) : weak(probe, name, birth, contact);
    }

    private static Optional<Strength> weak(Probe probe, double name, double birth, boolean contact) {
        boolean nameAsked = !probe.nameOrBlank().isBlank();
        boolean alike = nameAsked ? name >= PARTLY : birth > 0;
        return alike || contact || birth >= ALIKE ? Optional.of(Strength.WEAK) : Optional.empty();
    }

    private static double sum(double name, double birth, boolean number, boolean contact) {
        double all = 0.5 * name + 0.3 * birth + (number ? 0.5 : 0) + (contact ? 0.2 : 0);
        return Math.min(1, all);
    }

    private static List<String> reasons(List<Clue> shared, Likeness name, Likeness birth) {
        List<String> reasons = new ArrayList<>();
        shared.forEach(clue -> reasons.add("same " + inSentence(clue.scheme().label())));
        name.reasons().forEach(reason -> reasons.add(reason.words()));
        birth.reasons().forEach(reason -> reasons.add(reason.words()));
        return List.copyOf(reasons);
    }

    private static String inSentence(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return abbreviation ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    /** Lives together, is called alike, was born on another day: a brother or sister rather than the same person. */
    private static @Nullable String hint(Probe probe, Compared other, Likeness birth, Likeness name) {
        boolean sameHome = probe.identifiers().stream()
                .filter(clue -> clue.scheme() == IdentifierScheme.POSTCODE)
                .anyMatch(other::has);
        boolean bothBorn = probe.born() instanceof BirthDate.Between && other.born() instanceof BirthDate.Between;
        return sameHome && bothBorn && birth.score() < PARTLY && name.score() > 0
                ? "Same postcode and a name alike, another birth date: perhaps a brother or sister"
                : null;
    }
}
