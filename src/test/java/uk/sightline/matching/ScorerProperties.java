package uk.sightline.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of every score, whatever the records and whatever the model. */
class ScorerProperties {

    private static final double EXACT = 1e-9;

    @Property(tries = 400)
    void itDoesNotMatterWhichRecordIsNamedFirst(
            @ForAll("people") List<List<String>> people, @ForAll boolean ofHouseholds) {
        Sample sample = sample(people);
        Scorer scorer = scorer(sample, ofHouseholds);
        var one = sample.records().get(0);
        var other = sample.records().get(1);
        assertThat(scorer.bits(one, other)).isCloseTo(scorer.bits(other, one), within(EXACT));
    }

    @Property(tries = 400)
    void theExplanationAddsUpToTheScore(@ForAll("people") List<List<String>> people, @ForAll boolean ofHouseholds) {
        Sample sample = sample(people);
        Scorer scorer = scorer(sample, ofHouseholds);
        var one = sample.records().get(0);
        var other = sample.records().get(1);
        assertThat(scorer.explain(one, other).bits()).isCloseTo(scorer.bits(one, other), within(EXACT));
    }

    /** The third record says in one respect what the first says, and is the second in every other. */
    @Property(tries = 400)
    void moreAgreementNeverLowersAScore(
            @ForAll("people") List<List<String>> people, @ForAll("beside names") int at, @ForAll boolean ofHouseholds) {
        Sample sample = sample(people);
        @Nullable Value[] one = sample.records().get(0);
        @Nullable Value[] other = sample.records().get(1);
        @Nullable Value[] closer = other.clone();
        closer[at] = one[at] == null ? other[at] : one[at];
        Scorer scorer = scorer(sample, ofHouseholds);
        assertThat(scorer.bits(one, closer)).isGreaterThanOrEqualTo(scorer.bits(one, other) - EXACT);
    }

    @Property(tries = 200)
    void eachLevelOfAComparisonWeighsAtLeastWhatTheLevelBelowWeighs(
            @ForAll Kind kind, @ForAll("chances") List<Double> any) {
        int levels = kind.levels().size();
        double[] bits = new Chances(shares(any.subList(0, levels)), shares(any.subList(levels, 2 * levels))).bits();
        assertThat(IntStream.range(1, levels)).allMatch(level -> bits[level] >= bits[level - 1] - EXACT);
    }

    @Property(tries = 200)
    void aValueThatManyShareWeighsLess(@ForAll("many") int others) {
        Sample sample = new Sample();
        var one = sample.add("Amina", "Szczesny", "2011-01-01", "", "", "");
        var other = sample.add("Amina", "Szczesny", "2011-01-01", "", "", "");
        double alone = sample.scorer().bits(one, other);
        IntStream.range(0, others).forEach(i -> sample.add("", "", "2011-01-01", "", "", ""));
        Scorer shared = new Scorer(Model.usual(Sample.SCHEMA, 2), Shares.counted(others + 2));
        assertThat(shared.explain(one, other).parts().get(2).bits()).isLessThan(alone);
    }

    /** What one household shares says little, the more so the more of it there is. */
    @Property(tries = 400)
    void thatPeopleMayShareAHomeNeverRaisesAScore(@ForAll("people") List<List<String>> people) {
        Sample sample = sample(people);
        var one = sample.records().get(0);
        var other = sample.records().get(1);
        assertThat(sample.ofHouseholds().bits(one, other))
                .isLessThanOrEqualTo(sample.scorer().bits(one, other) + EXACT);
        assertThat(sample.ofHouseholds().explain(one, other).household()).isLessThanOrEqualTo(EXACT);
    }

    private static Scorer scorer(Sample sample, boolean ofHouseholds) {
        return ofHouseholds ? sample.ofHouseholds() : sample.scorer();
    }

    private static Sample sample(List<List<String>> people) {
        Sample sample = new Sample();
        people.forEach(person -> sample.add(person.toArray(String[]::new)));
        return sample;
    }

    private static List<Double> shares(List<Double> any) {
        double sum = any.stream().mapToDouble(Double::doubleValue).sum();
        return any.stream().map(each -> each / sum).toList();
    }

    @Provide
    Arbitrary<Integer> many() {
        return Arbitraries.integers().between(5, 400);
    }

    @Provide("beside names")
    Arbitrary<Integer> besideNames() {
        return Arbitraries.integers().between(2, 5);
    }

    @Provide
    Arbitrary<List<Double>> chances() {
        return Arbitraries.doubles().between(0.0001, 1).ofScale(4).list().ofSize(2 * 8);
    }

    @Provide
    Arbitrary<List<List<String>>> people() {
        Arbitrary<String> names =
                Arbitraries.of("", "Amina", "Aminah", "Robert", "Bob", "R", "Khan", "Kahn", "Mary Jane", "Mary");
        Arbitrary<String> dates =
                Arbitraries.of("", "2011-07-03", "2011-03-07", "2011-07-04", "2001-07-03", "1999-99-99", "2012-08-01");
        Arbitrary<String> codes = Arbitraries.of("", "BD1 1AA", "BD11AB", "LS9 9ZZ", "BD1 9XX");
        Arbitrary<String> homes =
                Arbitraries.of("", "12 Oak Street", "12 oak st", "14 Oak Street", "Flat 2, 9 Elm Road", "9 Elmm Rd");
        Arbitrary<String> numbers = Arbitraries.of("", "9990000123", "9990000132", "9990004567");
        return Combinators.combine(names, names, dates, codes, homes, numbers)
                .as((given, family, born, code, home, number) -> List.of(given, family, born, code, home, number))
                .list()
                .ofMinSize(2)
                .ofMaxSize(30);
    }
}
