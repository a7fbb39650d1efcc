package uk.sightline.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import uk.sightline.reference.Indicator;
import uk.sightline.reference.Levels;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.PracticePacks;
import uk.sightline.reference.Tool;

/** What holds for every tool of both packs, whatever is answered. */
class LevelProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final List<Asked> TOOLS = java.util.stream.Stream.of("bradford", "saltmarsh")
            .map(name -> PracticePacks.load("classpath:packs/" + name))
            .flatMap(pack -> pack.tools().stream().map(tool -> new Asked(pack, tool)))
            .toList();

    private record Asked(PracticePack pack, Tool tool) {
        Levels levels() {
            return new Levels(pack.codes(tool.levels()));
        }

        Weighing weigh(Map<String, Answer> answers, Circumstances around) {
            return new LevelRules(tool, levels()).weigh(answers, around);
        }

        int order(Weighing weighing) {
            return levels().of(weighing.level());
        }
    }

    @Property(tries = 600)
    void oneMoreIndicatorNeverLowersTheLevelOfTheWholeOrOfAStrand(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @DoubleRange(max = 0.5) double density) {
        Random dice = new Random(seed);
        Asked asked = any(dice);
        Circumstances around = around(dice);
        Map<String, Answer> few = answers(asked, dice, density);
        Map<String, Answer> more = new HashMap<>(few);
        List<Indicator> indicators = asked.tool().indicators().toList();
        Indicator added = indicators.get(dice.nextInt(indicators.size()));
        if (few.containsKey(added.code()) && few.get(added.code()).said().isYes()) {
            return;
        }
        more.put(added.code(), yes(asked, dice));

        Weighing before = asked.weigh(few, around);
        Weighing after = asked.weigh(more, around);
        assertThat(asked.order(after))
                .as("%s added to %s", added.code(), few)
                .isGreaterThanOrEqualTo(asked.order(before));
        for (Weighing.Strand strand : before.strands().stream().skip(1).toList()) {
            assertThat(after.strands())
                    .filteredOn(each -> each.tag().equals(strand.tag()))
                    .singleElement()
                    .satisfies(now -> assertThat(asked.levels().of(now.level()))
                            .isGreaterThanOrEqualTo(asked.levels().of(strand.level())));
        }
    }

    @Property(tries = 300)
    void whatWasSuspectedAndIsEvidencedNeverLowersTheLevel(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random dice = new Random(seed);
        Asked asked = any(dice);
        Circumstances around = around(dice);
        Map<String, Answer> suspected = answers(asked, dice, 0.2);
        Map<String, Answer> evidenced = new HashMap<>();
        suspected.forEach((code, answer) -> evidenced.put(
                code,
                answer.said() == Said.SUSPECTED
                        ? new Answer(Said.EVIDENCED, answer.judged(), answer.lastSeen(), answer.earlier())
                        : answer));

        assertThat(asked.order(asked.weigh(evidenced, around)))
                .isGreaterThanOrEqualTo(asked.order(asked.weigh(suspected, around)));
    }

    @Property(tries = 600)
    void theExplanationAddsUpAndEveryFloorHolds(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @DoubleRange(max = 0.5) double density) {
        Random dice = new Random(seed);
        Asked asked = any(dice);
        Map<String, Answer> answers = answers(asked, dice, density);
        Weighing weighing = asked.weigh(answers, around(dice));

        assertThat(weighing.counted().stream().mapToInt(Counted::points).sum()).isEqualTo(weighing.points());
        assertThat(weighing.reasons().getFirst().floor()).isFalse();
        assertThat(weighing.reasons())
                .allSatisfy(reason -> assertThat(asked.order(weighing))
                        .isGreaterThanOrEqualTo(asked.levels().of(reason.level())))
                .anySatisfy(reason -> assertThat(reason.level()).isEqualTo(weighing.level()));
        assertThat(weighing.reasons().stream().anyMatch(Weighing.Reason::raises))
                .isEqualTo(!weighing.reasons().getFirst().level().equals(weighing.level()));
        assertThat(weighing.counted())
                .extracting(each -> each.indicator().code())
                .containsExactlyInAnyOrderElementsOf(answers.entrySet().stream()
                        .filter(each -> each.getValue().said().isYes())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Property(tries = 300)
    void noStrandIsHigherThanTheWholeAndTheFirstCarriesIt(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random dice = new Random(seed);
        Asked asked = any(dice);
        Weighing weighing = asked.weigh(answers(asked, dice, 0.15), around(dice));

        assertThat(weighing.strands())
                .allSatisfy(strand ->
                        assertThat(asked.levels().of(strand.level())).isLessThanOrEqualTo(asked.order(weighing)));
        weighing.strands().stream()
                .limit(1)
                .forEach(first -> assertThat(first.level()).isEqualTo(weighing.level()));
    }

    @Property(tries = 300)
    void timeOnlyEverLowersIt(@ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(max = 500) int days) {
        Random dice = new Random(seed);
        Asked asked = any(dice);
        Circumstances now = around(dice);
        Map<String, Answer> answers = answers(asked, dice, 0.2);
        Circumstances later = new Circumstances(now.day().plusDays(days), now.age(), now.facts(), now.missing());

        assertThat(asked.order(asked.weigh(answers, later)))
                .isLessThanOrEqualTo(asked.order(asked.weigh(answers, now)));
    }

    private static Asked any(Random dice) {
        return TOOLS.get(dice.nextInt(TOOLS.size()));
    }

    private static Circumstances around(Random dice) {
        Set<String> facts = dice.nextInt(4) == 0 ? Set.of("disability-LD", "needs", "care-need") : Set.of();
        return new Circumstances(DAY, dice.nextInt(5) == 0 ? null : 8 + dice.nextInt(15), facts, dice.nextInt(6));
    }

    private static Map<String, Answer> answers(Asked asked, Random dice, double density) {
        Map<String, Answer> answers = new HashMap<>();
        asked.tool().indicators().forEach(each -> {
            if (dice.nextDouble() < density) {
                answers.put(each.code(), yes(asked, dice));
            } else if (dice.nextBoolean()) {
                answers.put(each.code(), Answer.of(dice.nextBoolean() ? Said.NO : Said.UNKNOWN));
            }
        });
        return answers;
    }

    private static Answer yes(Asked asked, Random dice) {
        if (asked.tool().scale() == Tool.Scale.JUDGEMENT) {
            List<Tool.AnswerClass> classes = asked.tool().classes();
            return Answer.judged(classes.get(dice.nextInt(classes.size())).key());
        }
        LocalDate seen = dice.nextInt(4) == 0 ? null : DAY.minusDays(dice.nextInt(500));
        Said said = dice.nextBoolean() ? Said.EVIDENCED : Said.SUSPECTED;
        return new Answer(said, null, seen, dice.nextInt(4) == 0);
    }
}
