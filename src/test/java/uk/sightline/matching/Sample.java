package uk.sightline.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of invented people for tests: given name, family name, birth date, postcode, address and number. */
final class Sample {

    static final List<Comparison> COMPARISONS = List.of(
            Comparison.givenName(),
            Comparison.familyName(),
            new Comparison("birth-date", "Birth date", Kind.BIRTH_DATE),
            new Comparison("postcode", "Postcode", Kind.POSTCODE),
            new Comparison("address", "Address", Kind.ADDRESS),
            new Comparison("number", "Number", Kind.NUMBER));

    static final Schema SCHEMA = Schema.of(COMPARISONS);

    private final List<Vocabulary> vocabularies = new ArrayList<>();
    private final List<@Nullable Value[]> records = new ArrayList<>();

    Sample() {
        COMPARISONS.forEach(comparison -> vocabularies.add(new Vocabulary(comparison.kind())));
    }

    /** One more record; an empty text says nothing. */
    @Nullable Value[] add(String... said) {
        @Nullable Value[] record = new Value[SCHEMA.comparisons().size()];
        for (int c = 0; c < said.length; c++) {
            record[c] = said[c].isEmpty() ? null : vocabularies.get(c).see(said[c]);
        }
        records.add(record);
        return record;
    }

    List<@Nullable Value[]> records() {
        return records;
    }

    Scorer scorer() {
        return new Scorer(Model.usual(SCHEMA, records.size()), Shares.counted(records.size()));
    }

    /** The same, where two records may be of two people of one household. */
    Scorer ofHouseholds() {
        return new Scorer(Model.usual(SCHEMA, records.size()), Shares.counted(records.size()), Household.usual());
    }
}
