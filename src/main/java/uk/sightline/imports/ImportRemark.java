package uk.sightline.imports;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be said of a row.
 *
 * @param field a heading of the file, or null for the row as a whole
 * @param says a sentence; whoever reads it sees the value beside it
 * @param value what stood in the row
 * @param earlier the row of the file that this one may be again
 */
record ImportRemark(
        What what,
        @Nullable String field,
        String says,
        @Nullable String value,
        @Nullable Integer earlier) {

    private static final int LONGEST_VALUE = 80;
    private static final Pattern OWN = Pattern.compile("[0-9]+|“[^”]*”|\"[^\"]*\"");

    enum What {
        REJECTED,
        LEFT_OUT,
        AGAIN,
        KEPT;

        String stored() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    ImportRemark {
        value = value != null && value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }

    static ImportRemark rejected(String field, String says, @Nullable String value) {
        return new ImportRemark(What.REJECTED, field, says, value, null);
    }

    static ImportRemark leftOut(String field, String says, @Nullable String value) {
        return new ImportRemark(What.LEFT_OUT, field, says, value, null);
    }

    static ImportRemark again(int earlier) {
        return new ImportRemark(
                What.AGAIN, null, "The person of an earlier row may be the same. Nobody was merged.", null, earlier);
    }

    /** The same for the same problem of another row: without the numbers and values that are the row's own. */
    String kind() {
        return (field == null ? "" : field) + ": " + OWN.matcher(says).replaceAll("…");
    }
}
