package uk.sightline.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it comes from a keyboard, a scan or another system's export. */
public final class Typed {

    /** Longer than any identifier, birth date or name a person has; the rest of a pasted page is not read. */
    private static final int LONGEST = 400;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-/]");

    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Typed() {}

    /** The words of a column's heading in lower case, with single spaces: "DateOfBirth" and "date_of_birth" are one. */
    public static String heading(String typed) {
        String spaced = CAMEL.matcher(typed).replaceAll(" ").toLowerCase(Locale.ROOT);
        return NOT_WORDS.matcher(spaced).replaceAll(" ").strip();
    }

    /** Compatible forms made one, digits of any script made ASCII, every kind of space and dash made plain. */
    public static String tidy(String typed) {
        String shortened = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        if (isTidy(shortened)) {
            return shortened.strip();
        }
        String composed = Normalizer.normalize(shortened, Normalizer.Form.NFKC);
        String plain = DASHES.matcher(SPACES.matcher(composed).replaceAll(" ")).replaceAll("-");
        return asciiDigits(plain).strip();
    }

    /** Most names and numbers are: printable ASCII with single spaces, of which nothing below would change a letter. */
    private static boolean isTidy(String text) {
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return true;
    }

    /** Upper case without spaces, dots, hyphens and slashes. */
    static String compact(String tidied) {
        return SEPARATORS.matcher(tidied).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Whether there is something, and nothing but ASCII digits. */
    public static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String asciiDigits(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            out.appendCodePoint(Character.isDigit(c) && digit >= 0 ? '0' + digit : c);
        });
        return out.toString();
    }
}
