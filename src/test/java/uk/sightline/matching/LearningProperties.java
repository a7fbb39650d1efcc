package uk.sightline.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every model that is learnt, whatever people said. */
class LearningProperties {

    private static final double EXACT = 1e-9;
    private static final Schema SCHEMA = Sample.SCHEMA;
    private static final Model USUAL = Model.usual(SCHEMA, 1_000);
    private static final int BIRTH = 2;

    /** Pairs of the same levels, and what was said of them. */
    record Pairs(List<Integer> levels, int same, int notSame, int found, int drawn) {

        String text() {
            return IntStream.range(0, levels.size())
                    .filter(c -> levels.get(c) >= 0)
                    .mapToObj(c -> SCHEMA.comparisons().get(c).key() + ":" + levels.get(c))
                    .collect(Collectors.joining(" "));
        }

        void say(Learning learning) {
            if (same > 0) {
                learning.judged(text(), true, same);
            }
            if (notSame > 0) {
                learning.judged(text(), false, notSame);
            }
            IntStream.range(0, found).forEach(i -> learning.found(text(), i % 20 - 5));
            IntStream.range(0, drawn).forEach(i -> learning.drawn(text()));
        }
    }

    @Property(tries = 150)
    void whateverIsSaidTheChancesAddUpAndNoLevelWeighsLessThanOneBelow(@ForAll("pairs") List<Pairs> pairs) {
        Model model = learnt(pairs);

        for (Chances chances : model.chances()) {
            assertThat(sum(chances.ifSame())).isCloseTo(1, within(EXACT));
            assertThat(sum(chances.ifOther())).isCloseTo(1, within(EXACT));
            double[] bits = chances.bits();
            assertThat(IntStream.range(1, bits.length)).allMatch(level -> bits[level] >= bits[level - 1] - EXACT);
        }
        assertThat(new Scorer(model, Shares.none(), Household.usual())).isNotNull();
    }

    @Property(tries = 150)
    void aFewVerdictsMoveNoChanceByMoreThanAFewHundredths(
            @ForAll("pairs") List<Pairs> pairs, @ForAll @IntRange(min = 1, max = 5) int few) {
        Pairs one = pairs.getFirst();
        Model model = learnt(List.of(new Pairs(one.levels(), few, 0, 0, 0)));

        for (int c = 0; c < SCHEMA.size(); c++) {
            for (int level = 0; level < model.chances().get(c).ifSame().size(); level++) {
                assertThat(model.chances().get(c).ifSame().get(level))
                        .isCloseTo(USUAL.chances().get(c).ifSame().get(level), within(0.05));
            }
        }
        for (int c = 0; c < SCHEMA.size(); c++) {
            assertThat(sum(model.chances().get(c).ifOther())).isCloseTo(1, within(EXACT));
            assertThat(model.chances().get(c).ifOther().getFirst())
                    .isCloseTo(USUAL.chances().get(c).ifOther().getFirst(), within(EXACT));
        }
    }

    @Property(tries = 100)
    void moreThatAreTheSameAtALevelMakeItLikelierAndNothingElseDoes(
            @ForAll("pairs") List<Pairs> pairs, @ForAll @IntRange(min = 1, max = 500) int more) {
        Pairs one = pairs.getFirst();
        List<Pairs> rest = pairs.subList(1, pairs.size()).stream()
                .map(each -> new Pairs(each.levels(), each.same(), each.notSame(), 0, 0))
                .toList();
        Model without = learnt(rest);
        Model with = learnt(Stream.concat(rest.stream(), Stream.of(new Pairs(one.levels(), more, 0, 0, 0)))
                .toList());

        for (int c = 0; c < SCHEMA.size(); c++) {
            int level = one.levels().get(c);
            if (level >= 0) {
                assertThat(with.chances().get(c).ifSame().get(level))
                        .isGreaterThanOrEqualTo(
                                without.chances().get(c).ifSame().get(level) - EXACT);
            }
        }
        assertThat(with.rarity()).isEqualTo(USUAL.rarity());
    }

    /** They were asked about because they are alike, and say nothing of two people who are drawn by chance. */
    @Property(tries = 50)
    void pairsThatAreNotTheSameLowerWhatPairsOfTheirLevelsAreTakenFor(
            @ForAll @IntRange(min = 20, max = 400) int notSame) {
        List<Integer> twins = levels(1, 7, 7);
        Model without = learnt(List.of(new Pairs(twins, 0, 0, 200, 0)));
        Model with = learnt(List.of(new Pairs(twins, 0, notSame, 200, 0)));

        assertThat(with.chances().get(0).ifSame().get(1))
                .isLessThan(without.chances().get(0).ifSame().get(1));
        assertThat(with.chances().get(BIRTH).ifOther())
                .isEqualTo(without.chances().get(BIRTH).ifOther());
    }

    @Property(tries = 50)
    void whatWasNotSeenByChanceIsNotTakenToBeRarerThanIsUsual(@ForAll @IntRange(min = 1, max = 30_000) int drawn) {
        Learning learning = new Learning(USUAL);
        IntStream.range(0, drawn).forEach(i -> learning.drawn("birth-date:0"));
        List<Double> chances = learning.learn().model().chances().get(BIRTH).ifOther();

        assertThat(chances.getLast())
                .isCloseTo(USUAL.chances().get(BIRTH).ifOther().getLast(), within(0.0003));
        assertThat(chances.getFirst())
                .isGreaterThan(USUAL.chances().get(BIRTH).ifOther().getFirst() - EXACT);
    }

    @Property(tries = 100)
    void levelsAreReadAsTheyAreWritten(@ForAll("pairs") List<Pairs> pairs) {
        long pattern = SCHEMA.pattern(pairs.getFirst().text() + " no-such-comparison:3 birth-date:99");

        for (int c = 0; c < SCHEMA.size(); c++) {
            assertThat(Schema.level(pattern, c))
                    .isEqualTo(pairs.getFirst().levels().get(c));
        }
    }

    private static Model learnt(List<Pairs> pairs) {
        Learning learning = new Learning(USUAL);
        pairs.forEach(each -> each.say(learning));
        return learning.learn().model();
    }

    private static double sum(List<Double> chances) {
        return chances.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Of the first three comparisons; of the others nothing is said. */
    private static List<Integer> levels(int given, int family, int birth) {
        return IntStream.range(0, SCHEMA.size())
                .map(c -> c == 0 ? given : c == 1 ? family : c == BIRTH ? birth : -1)
                .boxed()
                .toList();
    }

    @Provide
    Arbitrary<List<Pairs>> pairs() {
        Arbitrary<List<Integer>> levels = Arbitraries.integers()
                .between(0, 999)
                .list()
                .ofSize(SCHEMA.size())
                .map(any -> IntStream.range(0, any.size())
                        .map(c -> any.get(c)
                                        % (SCHEMA.comparisons()
                                                        .get(c)
                                                        .kind()
                                                        .levels()
                                                        .size()
                                                + 1)
                                - 1)
                        .boxed()
                        .toList());
        return Combinators.combine(
                        levels,
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 400))
                .as(Pairs::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
