package uk.sightline.matching;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.Spelling;

/** A number or code that belongs to one person, a telephone or a place: letters and digits, nothing else. */
final class Coded extends Value {

    private static final Pattern OTHER = Pattern.compile("[^\\p{Alnum}]+");
    private static final int SHORTEST_TO_MISTYPE = 5;
    private static final int DISTRICT = 2;

    private final boolean checked;

    private Coded(String text, boolean checked) {
        super(text);
        this.checked = checked;
    }

    static @Nullable Coded of(String typed, boolean checked) {
        String text = OTHER.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return text.isEmpty() ? null : new Coded(text, checked);
    }

    /** Whether whoever issued it has confirmed it for this person (PRACTICE §16: "do not trust without tracing"). */
    boolean isChecked() {
        return checked;
    }

    boolean isOneMistakeFrom(Coded other) {
        return text().length() >= Math.min(SHORTEST_TO_MISTYPE, other.text().length())
                && Spelling.distance(text(), other.text(), 1) == 1;
    }

    /** Of a British postcode what stands before the last three, of another the first two. */
    String district() {
        String code = text();
        boolean british = code.length() >= SHORTEST_TO_MISTYPE && Character.isLetter(code.charAt(0));
        return british ? code.substring(0, code.length() - 3) : code.substring(0, Math.min(DISTRICT, code.length()));
    }
}
