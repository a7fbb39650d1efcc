package uk.sightline.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A model is learnt from records whose mistakes are known, because the test made them. */
class EstimatorTests {

    private static final int PEOPLE = 3_000;
    private static final int TWICE = 600;
    private static final List<String> GIVEN =
            List.of("Amina", "Robert", "Grace", "Tomasz", "Yusuf", "Ella", "Hannah", "Owen", "Priya", "Callum");
    private static final List<String> ENDS = List.of("son", "ford", "ley", "wick", "shaw", "ton", "den", "by", "ham");
    private static final List<String> STARTS = List.of(
            "Ack", "Bar", "Cros", "Dun", "Ever", "Farn", "Grim", "Hol", "Ing", "Kirk", "Lum", "Mar", "Nor", "Ot");

    @Test
    void theShareOfMistakesIsFoundAgain() {
        SplittableRandom dice = new SplittableRandom(7);
        Sample sample = sample(dice, 25);
        Model model = learnt(sample);
        List<Double> birth = model.chances().get(2).ifSame();
        assertThat(birth.getLast()).as("birth dates typed right").isCloseTo(0.75, within(0.06));
        assertThat(model.rarity()).isCloseTo(TWICE / (sample.records().size() * 3_599 / 2.0), within(2e-5));
    }

    @Test
    void everyRepeatedRecordIsFoundAndNobodyElse() {
        Sample sample = sample(new SplittableRandom(11), 10);
        Scorer scorer =
                new Scorer(learnt(sample), Shares.counted(sample.records().size()));
        Set<String> found = ConcurrentHashMap.newKeySet();
        inPool(
                sample,
                comparing -> comparing.weigh(scorer, thread -> (one, other, bits) -> {
                    if (bits > 0) {
                        found.add(Math.min(one, other) + "+" + Math.max(one, other));
                    }
                }));
        Set<String> wanted = new HashSet<>();
        for (int i = 0; i < TWICE; i++) {
            wanted.add(i + "+" + (PEOPLE + i));
        }
        assertThat(found).hasSizeLessThan(TWICE + 10);
        found.retainAll(wanted);
        assertThat(found).hasSizeGreaterThan(TWICE - 10);
    }

    @Test
    void aFewRecordsAreWeighedAsUsual() {
        Sample sample = new Sample();
        sample.add("Amina", "Holden", "2011-07-03", "", "", "");
        sample.add("Robert", "Kirkby", "1980-01-30", "", "", "");
        Model model = learnt(sample);
        assertThat(model.chances().get(2).ifSame().getLast())
                .isCloseTo(Kind.BIRTH_DATE.levels().getLast().ifSame(), within(0.05));
    }

    private static Sample sample(SplittableRandom dice, int mistakesInAHundred) {
        Sample sample = new Sample();
        String[][] people = new String[PEOPLE][];
        for (int i = 0; i < PEOPLE; i++) {
            people[i] = person(dice);
            sample.add(people[i]);
        }
        for (int i = 0; i < TWICE; i++) {
            String[] again = people[i].clone();
            again[2] = dice.nextInt(100) < mistakesInAHundred ? again[2].substring(0, 9) + dice.nextInt(10) : again[2];
            again[3] = dice.nextInt(100) < mistakesInAHundred ? "" : again[3];
            sample.add(again);
        }
        return sample;
    }

    private static String[] person(SplittableRandom dice) {
        return new String[] {
            GIVEN.get(dice.nextInt(GIVEN.size())),
            STARTS.get(dice.nextInt(STARTS.size())) + ENDS.get(dice.nextInt(ENDS.size())),
            "%d-%02d-%02d".formatted(dice.nextInt(1940, 2024), dice.nextInt(1, 13), dice.nextInt(1, 29)),
            "BD%d %d%s%s".formatted(dice.nextInt(1, 20), dice.nextInt(1, 9), letter(dice), letter(dice)),
            dice.nextInt(1, 200) + " " + STARTS.get(dice.nextInt(STARTS.size())) + " Street",
            ""
        };
    }

    private static char letter(SplittableRandom dice) {
        return (char) ('A' + dice.nextInt(26));
    }

    private static Model learnt(Sample sample) {
        Model[] model = new Model[1];
        inPool(sample, comparing -> model[0] = comparing.estimate());
        return model[0];
    }

    private static void inPool(Sample sample, java.util.function.Consumer<Comparing> work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            work.accept(new Comparing(Sample.SCHEMA, sample.records(), 0, pool, 2));
        }
    }
}
