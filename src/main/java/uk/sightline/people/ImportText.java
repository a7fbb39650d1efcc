package uk.sightline.people;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Values of a file as text: cleaned, and kept together in one column of the database. */
final class ImportText {

    /** Control characters, and those that turn the direction of the text around them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final String BETWEEN = "\u001F";

    private ImportText() {}

    /** Without control characters and surplus spaces; letters of every script and direction stay as they are. */
    static String clean(String value) {
        String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
        return SPACES.matcher(UNSEEN.matcher(composed).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    static String joined(List<String> cells) {
        return String.join(
                BETWEEN,
                cells.stream().map(cell -> UNSEEN.matcher(cell).replaceAll(" ")).toList());
    }

    static List<String> split(String joined) {
        return Arrays.asList(joined.split(BETWEEN, -1));
    }

    /** A cell of a file for a spreadsheet, which would take some beginnings for a formula. */
    static String neutral(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    static String hash(String text) {
        return HexFormat.of().formatHex(ImportFormat.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
