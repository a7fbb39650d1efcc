package uk.sightline.reference;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long something may take, as the pack writes it. The clocks module gives it meaning.
 *
 * @param unit what the amount counts
 * @param amount how many; of {@link Unit#IMMEDIATE} minutes until the first reminder, of {@link Unit#NEXT_MEETING}
 *     minutes before the meeting at which its agenda closes
 * @param at when the meeting starts in Europe/London; null for every other unit
 */
public record Allowance(Unit unit, int amount, @Nullable LocalTime at) {

    /** What an amount of time is counted in (PRACTICE §0.11). */
    public enum Unit {
        MIN,
        H,
        /** Calendar days. */
        CD,
        /** Working days: Monday to Friday less the pack's holidays. */
        WD,
        /** Calendar months. */
        MONTHS,
        /** The next meeting on a working day. */
        NEXT_MEETING,
        /** At once. */
        IMMEDIATE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Allowance read(Entry entry) {
        var unit = entry.one("unit", Unit.values(), Unit::code);
        return new Allowance(unit, entry.number("amount", 0), unit == Unit.NEXT_MEETING ? time(entry) : null);
    }

    private static LocalTime time(Entry entry) {
        var text = entry.text("at");
        try {
            return text.isEmpty() ? LocalTime.NOON : LocalTime.parse(text);
        } catch (DateTimeException e) {
            entry.problem("at", "'%s' is not a time of day like \"09:15\"".formatted(text));
            return LocalTime.NOON;
        }
    }
}
