package uk.sightline.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values of a file as text: cleaned, and kept together in one column of the database. */
final class ImportText {

    /** Control characters, and those that turn the direction of the text around them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final String BETWEEN = "\u001F";
    private static final String FORMULA = "=+-@\t\r";

    private ImportText() {}

    /**
     * Without control characters and surplus spaces; letters of every script and direction stay as they are. The mark that
     * kept a spreadsheet from taking a cell for a formula is taken off again.
     */
    static String clean(String value) {
        if (isPlain(value)) {
            return value;
        }
        String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
        String clean = SPACES.matcher(UNSEEN.matcher(composed).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return clean.length() > 1 && clean.charAt(0) == '\'' && FORMULA.indexOf(clean.charAt(1)) >= 0
                ? clean.substring(1)
                : clean;
    }

    /** Most values: nothing to clean, found out without a copy. */
    private static boolean isPlain(String value) {
        boolean afterSpace = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean space = c == ' ';
            if (c < ' ' || c > '~' || c == '\'' || space && afterSpace) {
                return false;
            }
            afterSpace = space;
        }
        return value.isEmpty() || !afterSpace;
    }

    static String joined(List<String> cells) {
        return String.join(
                BETWEEN,
                cells.stream()
                        .map(cell -> isPlain(cell) ? cell : UNSEEN.matcher(cell).replaceAll(" "))
                        .toList());
    }

    static List<String> split(String joined) {
        return Arrays.asList(joined.split(BETWEEN, -1));
    }

    /** A cell of a file for a spreadsheet, which would take some beginnings for a formula. */
    static String neutral(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    static String hash(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /** 128 bits of the same, as the database compares them. */
    static UUID shortHash(String text) {
        byte[] bytes = digest(text);
        return new UUID(eight(bytes, 0), eight(bytes, 8));
    }

    private static byte[] digest(String text) {
        MessageDigest digest = ImportFormat.sha256();
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long eight(byte[] bytes, int from) {
        long value = 0;
        for (int i = from; i < from + 8; i++) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return value;
    }
}
