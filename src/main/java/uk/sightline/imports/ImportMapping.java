package uk.sightline.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.sightline.identity.Typed;
import uk.sightline.platform.RuleBroken;

/**
 * What each column of a file holds.
 *
 * @param fields one for each column
 */
record ImportMapping(List<ImportField> fields) {

    ImportMapping {
        fields = List.copyOf(fields);
    }

    /** What the rows of a file are about. */
    enum Kind {
        PEOPLE("people"),
        ADDRESSES("addresses of people"),
        NUMBERS("numbers of people"),
        NOTHING("nothing");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A name makes a person; without one, the source's number for the person says whose address or number it is. */
    Kind kind() {
        if (fields.stream().anyMatch(ImportField::isName)) {
            return Kind.PEOPLE;
        }
        if (!fields.contains(ImportField.SOURCE_ID)) {
            return Kind.NOTHING;
        }
        if (fields.stream().anyMatch(ImportField::isAddress)) {
            return Kind.ADDRESSES;
        }
        return fields.contains(ImportField.NUMBER) && fields.contains(ImportField.NUMBER_KIND)
                ? Kind.NUMBERS
                : Kind.NOTHING;
    }

    /** Whether the rows are people, each with a number of its own under which it is known again. */
    boolean isNumbered() {
        return kind() == Kind.PEOPLE && fields.contains(ImportField.SOURCE_ID);
    }

    /** As it is stored: words between commas. */
    String stored() {
        return fields.stream().map(ImportField::word).collect(Collectors.joining(","));
    }

    static ImportMapping read(String stored) {
        return new ImportMapping(
                Arrays.stream(stored.split(",")).map(ImportMapping::field).toList());
    }

    /**
     * Corrected by what somebody typed.
     *
     * @param chosen field by column, the column by its heading or its number from 1
     * @throws RuleBroken when there is no such column or field, naming those there are
     */
    ImportMapping with(Map<String, String> chosen, List<String> headings) {
        List<ImportField> corrected = new ArrayList<>(fields);
        chosen.forEach((column, word) -> corrected.set(column(column, headings), field(word)));
        return new ImportMapping(corrected);
    }

    /** @throws RuleBroken when nobody could be made of such rows */
    void check(List<String> headings) {
        if (fields.stream().allMatch(field -> field == ImportField.IGNORE)) {
            throw new RuleBroken(
                    "column-0", "No column would be imported. Choose at least the column that holds the name.");
        }
        if (kind() == Kind.NOTHING) {
            throw new RuleBroken(
                    "column-0",
                    "No column holds a name. Choose the column of the full, given or family name; or, for addresses or "
                            + "numbers of people whom the same source has brought before, the columns of its number for "
                            + "the person and of the address or the number and its kind.");
        }
        for (int i = 0; i < fields.size(); i++) {
            int first = fields.indexOf(fields.get(i));
            if (fields.get(i).isOfOneColumn() && first < i) {
                throw new RuleBroken(
                        "column-" + i,
                        "Columns “%s” and “%s” cannot both be “%s”. Choose one of them."
                                .formatted(
                                        headings.get(first),
                                        headings.get(i),
                                        fields.get(i).label()));
            }
        }
    }

    private static int column(String column, List<String> headings) {
        for (int i = 0; i < headings.size(); i++) {
            if (headings.get(i).equalsIgnoreCase(column.strip())) {
                return i;
            }
        }
        if (Typed.isDigits(column) && column.length() < 4) {
            int number = Integer.parseInt(column);
            if (number >= 1 && number <= headings.size()) {
                return number - 1;
            }
        }
        throw new RuleBroken(
                "map",
                "There is no column “%s”. The columns are: %s."
                        .formatted(column, String.join(", ", Collections.unmodifiableList(headings))));
    }

    private static ImportField field(String word) {
        return ImportField.of(word.strip())
                .orElseThrow(() -> new RuleBroken(
                        "map", "There is no field “%s”. The fields are: %s.".formatted(word, ImportField.words())));
    }
}
