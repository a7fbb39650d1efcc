package uk.sightline.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Vehicle registrations, UK or foreign, as seen in the street: often in the dark and often partly wrong. */
final class Vehicles {

    private static final Pattern SHAPE = Pattern.compile("(?=.*[A-Z])(?=.*\\d)[A-Z0-9]{2,10}|[A-Z]{4,7}");
    private static final Pattern SINCE_2001 = Pattern.compile("([A-Z]{2}\\d{2})([A-Z]{3})");
    private static final Pattern SINCE_1983 = Pattern.compile("([A-Z]\\d{1,3})([A-Z]{3})");
    private static final Pattern SINCE_1963 = Pattern.compile("([A-Z]{3})(\\d{1,3}[A-Z])");

    private Vehicles() {}

    static Checked check(String tidied) {
        String plate = Typed.compact(tidied);
        return SHAPE.matcher(plate).matches()
                ? new Checked.Valid(plate, spaced(plate))
                : new Checked.Invalid(
                        "A registration has 2 to 10 letters and digits, like AB12 CDE. Put a part you saw in the notes.");
    }

    /** Equal for plates that look alike: O, Q, D and 0, I, L and 1, S and 5, B and 8, Z and 2, G and 6. */
    static String misreadKey(String normalised) {
        StringBuilder key = new StringBuilder(normalised.length());
        normalised.chars().forEach(c -> key.append(lookAlike((char) c)));
        return key.toString();
    }

    private static char lookAlike(char c) {
        return switch (c) {
            case 'O', 'Q', 'D' -> '0';
            case 'I', 'L' -> '1';
            case 'Z' -> '2';
            case 'S' -> '5';
            case 'G' -> '6';
            case 'B' -> '8';
            default -> c;
        };
    }

    private static String spaced(String plate) {
        for (Pattern form : new Pattern[] {SINCE_2001, SINCE_1983, SINCE_1963}) {
            Matcher m = form.matcher(plate);
            if (m.matches()) {
                return m.group(1) + " " + m.group(2);
            }
        }
        return plate;
    }
}
