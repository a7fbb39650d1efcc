package uk.sightline.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BlocksTests {

    @Test
    void eachPairIsComparedOnceHoweverManyKeysItShares() {
        Sample sample = new Sample();
        for (int i = 0; i < 12; i++) {
            sample.add("Amina", "Holden", "2011-07-03", "BD1 1AA", "12 Oak Street", "9990000123");
        }
        List<String> pairs = pairs(sample, 0, 100);
        assertThat(pairs).hasSize(12 * 11 / 2).doesNotHaveDuplicates();
    }

    @Test
    void aBlockThatIsTooLargeIsNarrowedOrLeftOut() {
        Sample sample = new Sample();
        for (int i = 0; i < 400; i++) {
            sample.add("Amina", "Holden", "", "", "", "");
        }
        sample.add("Amina", "Holden", "2011-07-03", "", "", "");
        sample.add("Amina", "Holden", "2011-07-03", "", "", "");
        assertThat(pairs(sample, 0, 50)).containsExactly("400+401");
    }

    @Test
    void recordsOfTwoFilesAreComparedWithEachOtherOnly() {
        Sample sample = new Sample();
        for (int i = 0; i < 6; i++) {
            sample.add("Amina", "Holden", "2011-07-03", "", "", "");
        }
        List<String> pairs = pairs(sample, 2, 100);
        assertThat(new HashSet<>(pairs)).hasSize(2 * 4).contains("0+2", "1+5").doesNotContain("0+1", "2+3");
    }

    private static List<String> pairs(Sample sample, int firstOfSecond, int cap) {
        List<String> pairs = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            new Blocks(Sample.SCHEMA, sample.records(), firstOfSecond, cap)
                    .forEach(
                            1,
                            pool,
                            2,
                            thread -> (one, other) -> pairs.add(Math.min(one, other) + "+" + Math.max(one, other)));
        }
        return pairs;
    }
}
