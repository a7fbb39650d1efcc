package uk.sightline.linking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import uk.sightline.matching.Scorer;
import uk.sightline.platform.RuleBroken;

/** Who each record really is, from a file with the columns {@code id,person}, to judge a linking by. */
final class Truth {

    private static final int NOBODY = -1;

    private final int[] persons;
    private final long pairs;

    private Truth(int[] persons, long pairs) {
        this.persons = persons;
        this.pairs = pairs;
    }

    /** @throws RuleBroken when the file is about other records */
    static Truth read(Path file, Records records) throws IOException {
        Map<String, String> byId = new HashMap<>();
        try (Extract extract = Extract.open(file)) {
            for (CSVRecord row : extract.rows()) {
                if (row.size() > 1) {
                    byId.put(row.get(0), row.get(1));
                }
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        int[] persons = new int[records.size()];
        int known = 0;
        for (int i = 0; i < persons.length; i++) {
            String person = byId.get(records.id(i));
            persons[i] = person == null ? NOBODY : numbers.computeIfAbsent(person, each -> numbers.size());
            known += person == null ? 0 : 1;
        }
        if (known == 0) {
            throw new RuleBroken(
                    "%s knows none of the records: its first column has to hold the same numbers as theirs."
                            .formatted(file));
        }
        return new Truth(persons, pairs(persons, numbers.size(), records.firstOfSecond()));
    }

    private static long pairs(int[] persons, int known, int firstOfSecond) {
        long[] first = new long[known];
        long[] second = new long[known];
        for (int i = 0; i < persons.length; i++) {
            if (persons[i] != NOBODY) {
                (i < firstOfSecond ? first : second)[persons[i]]++;
            }
        }
        long pairs = 0;
        for (int person = 0; person < known; person++) {
            pairs += firstOfSecond == 0 ? second[person] * (second[person] - 1) / 2 : first[person] * second[person];
        }
        return pairs;
    }

    boolean isOne(int one, int other) {
        return persons[one] != NOBODY && persons[one] == persons[other];
    }

    /**
     * How good the pairs are.
     *
     * @param precision of the pairs at the automatic threshold, the share that is right
     * @param recall of the pairs that there are, the share found at that threshold
     * @param best F1 at the threshold where it is best
     * @param bestAt that threshold, a chance
     */
    record Judgement(double precision, double recall, double f1, double best, double bestAt) {}

    Judgement judge(Weights weights, double automaticBits) {
        long[] counts = new long[4];
        double[] best = {0, 0};
        float[] last = {Float.NaN};
        weights.heaviestFirst((one, other, bits) -> {
            boolean right = isOne(one, other);
            if (bits != last[0] && counts[0] > 0) {
                better(best, counts, last[0]);
            }
            last[0] = bits;
            counts[0]++;
            counts[1] += right ? 1 : 0;
            if (bits >= automaticBits) {
                counts[2]++;
                counts[3] += right ? 1 : 0;
            }
        });
        better(best, counts, last[0]);
        double precision = counts[2] == 0 ? 1 : (double) counts[3] / counts[2];
        double recall = pairs == 0 ? 1 : (double) counts[3] / pairs;
        return new Judgement(
                precision,
                recall,
                precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
                best[0],
                Scorer.chance(best[1]));
    }

    private void better(double[] best, long[] counts, float bits) {
        double f1 = counts[0] + pairs == 0 ? 0 : 2.0 * counts[1] / (counts[0] + pairs);
        if (f1 > best[0]) {
            best[0] = f1;
            best[1] = bits;
        }
    }
}
