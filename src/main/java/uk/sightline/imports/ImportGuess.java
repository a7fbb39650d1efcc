package uk.sightline.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.Typed;

/** Guesses what the columns of a file hold: by their headings, else by what their first values look like. */
final class ImportGuess {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int FEWEST_SAMPLES = 2;

    private ImportGuess() {}

    /**
     * What is supposed.
     *
     * @param knownAs the published table whose headings they are
     */
    record Guessed(ImportMapping mapping, @Nullable String knownAs) {}

    /**
     * One field for each column: those of a published table when its headings are there, else each for itself.
     *
     * @param samples for each column, values that are not blank
     */
    static Guessed of(List<String> headings, List<List<String>> samples) {
        return KnownTable.of(headings)
                .map(table -> new Guessed(table.mapping(headings), table.name()))
                .orElseGet(() -> new Guessed(each(headings, samples), null));
    }

    private static ImportMapping each(List<String> headings, List<List<String>> samples) {
        Set<ImportField> taken = EnumSet.noneOf(ImportField.class);
        List<ImportField> fields = new ArrayList<>();
        headings.forEach(heading -> fields.add(claim(byHeading(heading), taken)));
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i) == ImportField.IGNORE) {
                fields.set(i, claim(bySamples(samples.get(i)), taken));
            }
        }
        return new ImportMapping(fields);
    }

    private static ImportField claim(ImportField field, Set<ImportField> taken) {
        return field.isOfOneColumn() && !taken.add(field) ? ImportField.IGNORE : field;
    }

    static ImportField byHeading(String heading) {
        String words = Typed.heading(heading);
        return Arrays.stream(ImportField.values())
                .filter(field -> field.isHeaded(words))
                .findFirst()
                .orElse(ImportField.IGNORE);
    }

    /** Only what hardly anything else looks like: most digits and dates could be anything. */
    private static ImportField bySamples(List<String> samples) {
        if (samples.size() < FEWEST_SAMPLES) {
            return ImportField.IGNORE;
        }
        if (samples.stream().allMatch(value -> isValid(IdentifierScheme.NHS_NUMBER, value))) {
            return ImportField.NHS_NUMBER;
        }
        if (samples.stream().allMatch(value -> isValid(IdentifierScheme.UPN, value))) {
            return ImportField.UPN;
        }
        if (samples.stream().allMatch(value -> isValid(IdentifierScheme.POSTCODE, value))) {
            return ImportField.POSTCODE;
        }
        boolean emails = samples.stream().allMatch(value -> EMAIL.matcher(value).matches());
        return emails ? ImportField.EMAIL : ImportField.IGNORE;
    }

    private static boolean isValid(IdentifierScheme scheme, String value) {
        return scheme.check(value) instanceof Checked.Valid;
    }
}
