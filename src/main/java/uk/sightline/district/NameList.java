package uk.sightline.district;

import java.util.Arrays;
import java.util.List;

/** The names of one community, commonest first: given names of girls and boys, and surnames. */
record NameList(List<Name> female, List<Name> male, List<Name> surnames) {

    /**
     * A name with the other ways in which records have it.
     *
     * @param feminine the form that women carry, the same when there is only one
     * @param variants other spellings and short forms, may be empty
     * @param script the name in the script of its language, empty when not listed
     */
    record Name(String text, String feminine, List<String> variants, String script) {}

    static NameList read(String resource) {
        List<String[]> rows = Resources.rows(resource, 5);
        return new NameList(part(rows, "f"), part(rows, "m"), part(rows, "s"));
    }

    List<Name> given(Sex sex) {
        return sex == Sex.FEMALE ? female : male;
    }

    private static List<Name> part(List<String[]> rows, String part) {
        return rows.stream()
                .filter(row -> row[0].equals(part))
                .map(NameList::name)
                .toList();
    }

    private static Name name(String[] row) {
        List<String> variants =
                Arrays.stream(row[3].split("\\|")).filter(v -> !v.isEmpty()).toList();
        return new Name(row[1], row[2].isEmpty() ? row[1] : row[2], variants, row[4]);
    }
}
