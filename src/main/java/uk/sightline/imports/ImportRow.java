package uk.sightline.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.sightline.platform.RuleBroken;

/** The cells of one row, cleaned, by what the mapping says that they hold. */
record ImportRow(ImportMapping mapping, List<String> headings, List<String> cells) {

    static ImportRow of(ImportMapping mapping, List<String> headings, List<String> cells) {
        return new ImportRow(
                mapping, headings, cells.stream().map(ImportText::clean).toList());
    }

    /** The first column of the field; empty when it is blank or there is none. */
    Optional<String> first(ImportField field) {
        int column = mapping.fields().indexOf(field);
        return column < 0 || cells.get(column).isEmpty() ? Optional.empty() : Optional.of(cells.get(column));
    }

    List<String> all(ImportField field) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (mapping.fields().get(i) == field && !cells.get(i).isEmpty()) {
                values.add(cells.get(i));
            }
        }
        return values;
    }

    /** What the file calls the field. */
    String heading(ImportField field, String otherwise) {
        int column = mapping.fields().indexOf(field);
        return column < 0 ? otherwise : headings.get(column);
    }

    /** What stands under a heading; empty for other names. */
    String under(String heading) {
        int column = headings.indexOf(heading);
        return column < 0 ? "" : cells.get(column);
    }

    RuleBroken broken(ImportField field, String says) {
        return new RuleBroken(heading(field, field.label()), says);
    }

    ImportRemark leftOut(ImportField field, String says, String value) {
        return ImportRemark.leftOut(heading(field, field.label()), says, value);
    }

    /** What the source calls the person, where a column holds it. */
    Optional<String> number() {
        return first(ImportField.SOURCE_ID);
    }

    /** All that the mapping reads, as one value: rows with the same say the same. */
    UUID said() {
        StringBuilder said = new StringBuilder(mapping.stored());
        for (int i = 0; i < cells.size(); i++) {
            if (mapping.fields().get(i) != ImportField.IGNORE) {
                said.append('\u001F').append(cells.get(i));
            }
        }
        return ImportText.shortHash(said.toString());
    }
}
