package uk.sightline.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.matching.Comparison;
import uk.sightline.matching.Explanation;
import uk.sightline.matching.Explanation.Part;
import uk.sightline.matching.Kind;
import uk.sightline.people.KeyCounts.Counts;

/**
 * Why somebody is a candidate: where the weighing begins, what each comparison adds or takes away, and what it comes to.
 * The weights are in steps; each step to the right makes it twice as likely that the two are one person.
 *
 * @param steps in the order of the comparisons, those that had nothing to compare among them; last, if it matters, what is
 *     taken off because two people of one household may share as much
 * @param weighed by which chances: "by model 3 of 12 November 2026"
 */
public record Why(double start, long people, List<Step> steps, String weighed) {

    private static final double MANY = 1_000_000;
    private static final double LEAST_SHOWN = -0.05;
    private static final String HOUSEHOLD = "Household";

    /** Whose number, phone or postcode it is, is read on the person's page: there it is logged who did. */
    private static final String NOT_SHOWN = "see their page";

    public Why {
        steps = List.copyOf(steps);
    }

    /**
     * One comparison.
     *
     * @param mine what is said of the person looked for; null when nothing
     * @param theirs what the record says
     * @param words how alike the two are; null when there was nothing to compare
     * @param weight in steps: above 0 it speaks for one person, below 0 against
     */
    public record Step(
            String label,
            @Nullable String mine,
            @Nullable String theirs,
            @Nullable String words,
            double weight) {

        public boolean isCompared() {
            return words != null;
        }

        /** "+9.8", "−4.1" */
        public String weightWords() {
            return Waterfall.words(weight);
        }
    }

    /** @param openly whoever reads it has both records open, and it is logged that they do */
    static Why of(
            Explanation explained,
            Probe probe,
            Compared other,
            String name,
            Counts counts,
            ModelInUse model,
            boolean openly) {
        List<Step> steps = new ArrayList<>();
        for (Part part : explained.parts()) {
            boolean turned = part.comparison().kind() == Kind.NAME_ORDER && part.level() != null && part.bits() < 0;
            if (part.comparison().kind() != Kind.NAME_ORDER || turned) {
                steps.add(step(part, probe, other, name, openly));
            }
        }
        if (explained.household() <= LEAST_SHOWN) {
            steps.add(new Step(HOUSEHOLD, null, null, "a family may share as much", explained.household()));
        }
        // What the order of names adds when it is as expected is a hair's breadth: it belongs to where all begins.
        double rest =
                explained.bits() - steps.stream().mapToDouble(Step::weight).sum();
        return new Why(rest, Math.max(1_000, counts.people()), steps, model.words());
    }

    private static Step step(Part part, Probe probe, Compared other, String name, boolean openly) {
        Comparison comparison = part.comparison();
        String mine = part.one();
        String theirs = part.other();
        if (comparison.kind() == Kind.BIRTH_DATE) {
            mine = mine == null ? null : probe.born().words();
            theirs = theirs == null ? null : other.born().words();
        } else if (comparison.kind() == Kind.NAME_ORDER) {
            mine = probe.nameOrBlank();
            theirs = name;
        } else if (comparison.kind() != Kind.NAME) {
            boolean same = mine != null && mine.equals(theirs);
            mine = shown(comparison, mine);
            theirs = theirs == null ? null : same ? mine : openly ? shown(comparison, theirs) : NOT_SHOWN;
        }
        return new Step(
                comparison.label(),
                mine,
                theirs,
                part.level() == null ? null : part.level().words(),
                part.bits());
    }

    private static @Nullable String shown(Comparison comparison, @Nullable String value) {
        IdentifierScheme scheme = IdentifierScheme.valueOf(
                comparison.key().toUpperCase(Locale.ROOT).replace('-', '_'));
        return value == null ? null : scheme.display(scheme == IdentifierScheme.PHONE ? "+" + value : value);
    }

    /** The steps that had something to compare. */
    public List<Step> compared() {
        return steps.stream().filter(Step::isCompared).toList();
    }

    /** Everything together. */
    public double sum() {
        return start + steps.stream().mapToDouble(Step::weight).sum();
    }

    /** What it comes to, in words that claim no more than it is. */
    public String sumWords() {
        double odds = Math.pow(2, Math.abs(sum()));
        if (Math.abs(sum()) < 0.5) {
            return "about as likely as not";
        }
        return times(odds) + (sum() > 0 ? " to 1 that they are one person" : " to 1 that they are not");
    }

    /** Two digits are as much as a weight knows, and beyond a million none. */
    private static String times(double odds) {
        if (odds > MANY) {
            return "more than a million";
        }
        return odds < 10 ? String.format(Locale.UK, "%.1f", odds) : String.format(Locale.UK, "%,.0f", rounded(odds));
    }

    private static double rounded(double odds) {
        double scale = Math.pow(10, Math.floor(Math.log10(odds)) - 1);
        return Math.round(odds / scale) * scale;
    }

    public String startWords() {
        return Waterfall.words(start);
    }

    /** Among how many people somebody is looked for, roughly. */
    public String peopleWords() {
        return String.format(Locale.UK, "%,.0f", rounded(people));
    }

    /** What either of the two does not say: an unknown is no evidence. */
    public String notCompared() {
        return steps.stream()
                .filter(step -> !step.isCompared())
                .map(step -> inSentence(step.label()))
                .collect(Collectors.joining(", "));
    }

    /**
     * In short for a list, what speaks for it most first, then what speaks against it.
     *
     * @param sure that a family may share much is not said of two who have more than that in common
     */
    List<String> reasons(List<String> alsoTheSame, boolean sure) {
        List<String> reasons = new ArrayList<>();
        namesAsOne().stream()
                .filter(step -> step.weight() > 1)
                .sorted(Comparator.comparingDouble(Step::weight).reversed())
                .forEach(step -> reasons.add(reason(step)));
        alsoTheSame.forEach(label -> reasons.add("same " + inSentence(label)));
        compared().stream()
                .filter(step -> step.weight() < -1 && !(sure && step.label().equals(HOUSEHOLD)))
                .forEach(step -> reasons.add("but " + against(step)));
        return List.copyOf(reasons);
    }

    /** Given and family name that are both the same are one reason. */
    private List<Step> namesAsOne() {
        List<Step> names = compared().stream().filter(Why::isSameName).toList();
        if (names.size() < 2) {
            return compared();
        }
        List<Step> steps = new ArrayList<>(compared());
        steps.removeAll(names);
        double weight = names.stream().mapToDouble(Step::weight).sum();
        steps.addFirst(new Step("Name", null, null, "the same", weight));
        return steps;
    }

    private static boolean isSameName(Step step) {
        return step.label().endsWith(" name") && "the same".equals(step.words());
    }

    private static String reason(Step step) {
        String words = String.valueOf(step.words());
        return words.startsWith("the same")
                ? "same " + inSentence(step.label()) + words.substring("the same".length())
                : inSentence(step.label()) + ": " + words;
    }

    private static String against(Step step) {
        String words = String.valueOf(step.words());
        if (step.label().equals(HOUSEHOLD)) {
            return words;
        }
        return words.startsWith("different")
                ? "another " + inSentence(step.label())
                : inSentence(step.label()) + ": " + words;
    }

    private static String inSentence(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return abbreviation ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    /** The waterfall of this sum. */
    public Waterfall picture() {
        return Waterfall.of(start, compared(), sum());
    }
}
