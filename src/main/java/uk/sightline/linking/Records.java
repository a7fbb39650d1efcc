package uk.sightline.linking;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import uk.sightline.matching.Comparison;
import uk.sightline.matching.Schema;
import uk.sightline.matching.Value;
import uk.sightline.matching.Vocabulary;
import uk.sightline.platform.RuleBroken;

/** The records of the files, their values shared: one schema and one vocabulary for both. */
final class Records {

    private static final int TOLD_EVERY = 50_000;
    private static final int MOST = 16_000_000;

    private final Schema schema;
    private final List<Vocabulary> vocabularies = new ArrayList<>();
    private final Map<LinkField, Integer> places = new EnumMap<>(LinkField.class);
    private final List<String> ids = new ArrayList<>();
    private final List<@Nullable Value[]> values = new ArrayList<>();
    private int firstOfSecond;

    /** For the fields of one or two files; a full name counts as its parts. */
    Records(List<LinkColumns> files) {
        List<Comparison> comparisons = new ArrayList<>();
        for (LinkField field : LinkField.values()) {
            boolean asked = files.stream().anyMatch(columns -> has(columns, field));
            Optional<Comparison> comparison = asked ? field.comparison() : Optional.empty();
            comparison.ifPresent(each -> {
                places.put(field, comparisons.size());
                comparisons.add(each);
            });
        }
        schema = Schema.of(comparisons);
        comparisons.forEach(comparison -> vocabularies.add(new Vocabulary(comparison.kind())));
    }

    private static boolean has(LinkColumns columns, LinkField field) {
        boolean partOfName = field == LinkField.GIVEN_NAME || field == LinkField.FAMILY_NAME;
        return columns.fields().contains(field)
                || partOfName && columns.fields().contains(LinkField.FULL_NAME);
    }

    /** Reads one file after what has been read before. */
    void read(Path file, Extract extract, LinkColumns columns, IntConsumer progress) {
        firstOfSecond = ids.size();
        Map<LinkField, int[]> byField = columns.byField();
        try {
            for (CSVRecord row : extract.rows()) {
                add(row, columns.id(), byField);
                if (ids.size() % TOLD_EVERY == 0) {
                    progress.accept(ids.size());
                }
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new RuleBroken("%s cannot be read after row %,d: %s. Nothing was linked."
                    .formatted(file, ids.size() - firstOfSecond + 1, e.getMessage()));
        }
    }

    private void add(CSVRecord row, int id, Map<LinkField, int[]> byField) {
        if (ids.size() >= MOST) {
            throw new RuleBroken("More than %,d records. Link them in parts, by the year of birth.".formatted(MOST));
        }
        @Nullable Value[] record = new Value[schema.comparisons().size()];
        byField.forEach((field, columns) -> {
            String said = said(row, columns);
            if (!said.isEmpty()) {
                put(record, field, said);
            }
        });
        ids.add(id < row.size() ? row.get(id) : "");
        values.add(record);
    }

    private void put(@Nullable Value[] record, LinkField field, String said) {
        if (field == LinkField.FULL_NAME) {
            int comma = said.indexOf(',');
            int space = said.lastIndexOf(' ');
            boolean familyFirst = comma > 0;
            int at = familyFirst ? comma : space;
            String before = at < 0 ? "" : said.substring(0, at);
            String after = said.substring(at + 1);
            putName(record, LinkField.GIVEN_NAME, familyFirst ? after : before);
            putName(record, LinkField.FAMILY_NAME, familyFirst ? before : after);
        } else {
            int place = places.getOrDefault(field, -1);
            record[place] = vocabularies.get(place).see(said);
        }
    }

    private void putName(@Nullable Value[] record, LinkField field, String part) {
        if (!part.isBlank()) {
            put(record, field, part);
        }
    }

    private static String said(CSVRecord row, int[] columns) {
        if (columns.length == 1) {
            return columns[0] < row.size() ? row.get(columns[0]) : "";
        }
        StringBuilder all = new StringBuilder();
        for (int column : columns) {
            String part = column < row.size() ? row.get(column) : "";
            all.append(all.isEmpty() || part.isEmpty() ? "" : " ").append(part);
        }
        return all.toString();
    }

    void close() {
        vocabularies.forEach(Vocabulary::close);
    }

    Schema schema() {
        return schema;
    }

    int size() {
        return ids.size();
    }

    /** Where the second file begins; 0 when there is one. */
    int firstOfSecond() {
        return firstOfSecond;
    }

    String id(int record) {
        return ids.get(record);
    }

    List<@Nullable Value[]> values() {
        return values;
    }
}
