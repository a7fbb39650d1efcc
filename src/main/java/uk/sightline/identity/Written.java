package uk.sightline.identity;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as it is kept: any script, but nothing that a database refuses or that turns a page's reading order round. */
public final class Written {

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    /** Control characters but tab and line end, direction overrides, halves of surrogate pairs, noncharacters. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}&&[^\\t\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]|\\p{Cs}");

    private static final Pattern GAPS = Pattern.compile("\\s+");

    private Written() {}

    /** Several lines of text. */
    public static String text(String typed) {
        String lines = LINE_ENDS.matcher(typed).replaceAll("\n");
        return Normalizer.normalize(UNWANTED.matcher(lines).replaceAll(""), Normalizer.Form.NFC)
                .strip();
    }

    /** One line of text. */
    public static String line(String typed) {
        return GAPS.matcher(text(typed)).replaceAll(" ");
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
