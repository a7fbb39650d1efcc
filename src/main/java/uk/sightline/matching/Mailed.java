package uk.sightline.matching;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.Spelling;

/** An e-mail address. */
final class Mailed extends Value {

    private static final double CLOSE = 0.9;
    private static final int FEWEST_BEFORE_AT = 4;

    /** How two addresses may be alike; the order is that of {@link Kind#EMAIL}'s levels. */
    enum Alike {
        DIFFERENT,
        CLOSE,
        BEFORE_AT,
        TWO_LETTERS,
        SAME
    }

    private final String beforeAt;

    private Mailed(String text) {
        super(text);
        int at = text.indexOf('@');
        this.beforeAt = at < 0 ? text : text.substring(0, at);
    }

    static @Nullable Mailed of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() ? null : new Mailed(text);
    }

    String beforeAt() {
        return beforeAt;
    }

    Alike alike(Mailed other) {
        if (isSame(other)) {
            return Alike.SAME;
        }
        if (Spelling.distance(text(), other.text(), 2) <= 2) {
            return Alike.TWO_LETTERS;
        }
        if (beforeAt.length() >= FEWEST_BEFORE_AT && beforeAt.equals(other.beforeAt)) {
            return Alike.BEFORE_AT;
        }
        return Spelling.likeness(text(), other.text()) >= CLOSE ? Alike.CLOSE : Alike.DIFFERENT;
    }
}
