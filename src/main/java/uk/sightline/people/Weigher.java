package uk.sightline.people;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.matching.Explanation;
import uk.sightline.matching.Kind;
import uk.sightline.matching.Scorer;
import uk.sightline.matching.Value;
import uk.sightline.people.Candidate.Strength;
import uk.sightline.people.KeyCounts.Counts;
import uk.sightline.people.Probe.Clue;

/** Weighs candidates against one person who is looked for. */
final class Weigher {

    /** Numbers that belong to one person alone. */
    static final Set<IdentifierScheme> TELLING = EnumSet.of(
            IdentifierScheme.NHS_NUMBER,
            IdentifierScheme.UPN,
            IdentifierScheme.ULN,
            IdentifierScheme.LA_CHILD_ID,
            IdentifierScheme.PNC_ID,
            IdentifierScheme.CRO_NUMBER);

    private static final String SIBLING =
            "Same postcode and a name alike, another birth date: perhaps a brother or sister";
    private static final String TWIN = "Same postcode and birth date, another given name: perhaps a twin";

    private final Probe probe;
    private final Scorer scorer;
    private final Thresholds thresholds;
    private final Counts counts;
    private final ModelInUse model;
    private final Predicate<Clue> checked;
    private final boolean openly;
    private final @Nullable Value[] asked;

    /** Those who are alike have few names among them. */
    private final Map<String, @Nullable Value[]> names = new HashMap<>();

    /** For somebody who is only described: nobody has checked their numbers. */
    Weigher(Probe probe, Counts counts, ModelInUse model, Thresholds thresholds) {
        this(probe, counts, model, thresholds, number -> false, false);
    }

    private Weigher(
            Probe probe,
            Counts counts,
            ModelInUse model,
            Thresholds thresholds,
            Predicate<Clue> checked,
            boolean openly) {
        this.probe = probe;
        this.counts = counts;
        this.model = model;
        this.scorer = PersonRespects.scorer(counts, model);
        this.thresholds = thresholds;
        this.checked = checked;
        this.openly = openly;
        this.asked = read(probe.nameOrBlank());
        PersonRespects.born(asked, probe.born());
    }

    private static @Nullable Value[] read(String name) {
        @Nullable Value[] named = PersonRespects.blank();
        PersonRespects.name(named, name);
        return named;
    }

    /** For somebody on the index under one of their names; whoever reads the words has both records open. */
    static Weigher ofPairs(Probe probe, Compared one, Counts counts, ModelInUse model, Thresholds thresholds) {
        Predicate<Clue> checked = clue -> one.identifiers().stream()
                .anyMatch(number -> number.scheme() == clue.scheme()
                        && number.value().equals(clue.value())
                        && isChecked(number.status()));
        return new Weigher(probe, counts, model, thresholds, checked, true);
    }

    /** What the two records say in the respects in which they are compared, and the name that weighs most. */
    private record Facing(@Nullable Value[] mine, @Nullable Value[] theirs, String name, double bits) {}

    /** Weighs one candidate; empty when nothing worth showing is alike. */
    Optional<Weighing> weigh(Compared other) {
        Facing facing = facing(other);
        Explanation explained = scorer.explain(facing.mine(), facing.theirs());
        List<String> handles = handles(other);
        return judged(explained, other, handles).map(strength -> weighing(facing, explained, other, handles, strength));
    }

    /** Weighs one who is held against this one whatever comes of it. */
    Weighing asPair(Compared other) {
        Facing facing = facing(other);
        Explanation explained = scorer.explain(facing.mine(), facing.theirs());
        List<String> handles = handles(other);
        Strength strength = judged(explained, other, handles).orElse(Strength.WEAK);
        return weighing(facing, explained, other, handles, strength);
    }

    /**
     * Whether it is likely enough to ask somebody, or they have a number of one person in common: cheap, for most of whom
     * keys find are like nobody.
     */
    boolean isWorthAsking(Compared other) {
        return hasTellingNumber(other) || Scorer.chance(facing(other).bits()) >= thresholds.pair();
    }

    private Weighing weighing(
            Facing facing, Explanation explained, Compared other, List<String> handles, Strength strength) {
        return new Weighing(
                probe,
                other,
                strength,
                facing.bits(),
                explained,
                facing.name(),
                handles,
                hint(explained),
                counts,
                model,
                openly);
    }

    private boolean hasTellingNumber(Compared other) {
        return probe.identifiers().stream().anyMatch(clue -> TELLING.contains(clue.scheme()) && other.has(clue));
    }

    private Facing facing(Compared other) {
        @Nullable Value[] mine = asked.clone();
        @Nullable Value[] theirs = PersonRespects.blank();
        PersonRespects.born(theirs, other.born());
        probe.identifiers().forEach(clue -> numbers(clue, other, mine, theirs));
        Facing best = new Facing(mine, theirs, "", Double.NEGATIVE_INFINITY);
        for (String name : other.names()) {
            @Nullable Value[] named = theirs.clone();
            @Nullable Value[] read = names.computeIfAbsent(name, Weigher::read);
            named[PersonRespects.GIVEN] = read[PersonRespects.GIVEN];
            named[PersonRespects.FAMILY] = read[PersonRespects.FAMILY];
            double bits = scorer.bits(mine, named);
            best = bits > best.bits() ? new Facing(mine, named, name, bits) : best;
        }
        return best.name().isEmpty() ? new Facing(mine, theirs, "", scorer.bits(mine, theirs)) : best;
    }

    /** Of several numbers of one kind, the two that are most alike. */
    private void numbers(Clue clue, Compared other, @Nullable Value[] mine, @Nullable Value[] theirs) {
        int place = PersonRespects.place(clue.scheme());
        Value asked = place < 0 ? null : PersonRespects.number(clue.scheme(), clue.value(), checked.test(clue));
        if (asked == null) {
            return;
        }
        for (Value held : held(clue.scheme(), other)) {
            Kind kind = PersonRespects.SCHEMA.comparisons().get(place).kind();
            Value best = theirs[place];
            Value bestMine = mine[place];
            if (best == null || bestMine == null || kind.level(asked, held) > kind.level(bestMine, best)) {
                mine[place] = asked;
                theirs[place] = held;
            }
        }
    }

    private static List<Value> held(IdentifierScheme scheme, Compared other) {
        List<Value> held = new ArrayList<>();
        switch (scheme) {
            case POSTCODE -> other.postcodes().forEach(code -> add(held, scheme, code, false));
            case PHONE ->
                other.contacts().stream()
                        .filter(contact -> contact.startsWith("+"))
                        .forEach(phone -> add(held, scheme, phone, false));
            default ->
                other.identifiers().stream()
                        .filter(number -> number.scheme() == scheme)
                        .forEach(number -> add(held, scheme, number.value(), isChecked(number.status())));
        }
        return held;
    }

    private static void add(List<Value> held, IdentifierScheme scheme, String value, boolean checked) {
        Value read = PersonRespects.number(scheme, value, checked);
        if (read != null) {
            held.add(read);
        }
    }

    private static boolean isChecked(String status) {
        return IdentifierStatus.valueOf(status.toUpperCase(Locale.ROOT)).isStrongEvidence();
    }

    /** A name alone is never a strong match, however rare: brothers, cousins and whole families are called alike. */
    private Optional<Strength> judged(Explanation explained, Compared other, List<String> handles) {
        boolean number = hasTellingNumber(other);
        boolean born = adds(explained, PersonRespects.BIRTH);
        double chance = explained.chance();
        if (chance >= thresholds.strong() && (number || born)) {
            return Optional.of(Strength.STRONG);
        }
        boolean nameAlike = isNameAlike(explained);
        if (number || chance >= thresholds.possible() && (nameAlike || born)) {
            return Optional.of(Strength.POSSIBLE);
        }
        boolean anything = explained.parts().stream().anyMatch(part -> part.bits() > 1);
        boolean shown = nameAlike || born || anything && probe.nameOrBlank().isBlank();
        return !handles.isEmpty() || shown ? Optional.of(Strength.WEAK) : Optional.empty();
    }

    private static boolean isNameAlike(Explanation explained) {
        return adds(explained, PersonRespects.GIVEN) || adds(explained, PersonRespects.FAMILY);
    }

    private static boolean adds(Explanation explained, int comparison) {
        return explained.parts().get(comparison).bits() > 1;
    }

    /** What both have that is compared by whether it is the same and no more: vehicles, online accounts, phones. */
    private List<String> handles(Compared other) {
        return probe.identifiers().stream()
                .filter(clue -> PersonRespects.place(clue.scheme()) < 0 && other.has(clue))
                .map(clue -> clue.scheme().label())
                .toList();
    }

    private static @Nullable String hint(Explanation explained) {
        boolean sameHome = explained.parts().stream()
                .anyMatch(part -> part.comparison().kind() == Kind.POSTCODE && part.bits() > 2);
        if (!sameHome || !isNameAlike(explained)) {
            return null;
        }
        double birth = explained.parts().get(PersonRespects.BIRTH).bits();
        if (birth < 0) {
            return SIBLING;
        }
        return birth > 1 && explained.parts().get(PersonRespects.GIVEN).bits() < 0 ? TWIN : null;
    }
}
