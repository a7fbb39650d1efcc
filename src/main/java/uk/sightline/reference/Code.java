package uk.sightline.reference;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of a code list.
 *
 * @param code as stored and as exported
 * @param label as shown
 * @param help a line under the label, or null
 * @param mapsTo the same thing in other lists: name of the list, code there
 * @param facts what practice attaches to the value, such as {@code review-months} of a flag
 */
public record Code(
        String code,
        String label,
        @Nullable String help,
        Validity validity,
        Map<String, String> mapsTo,
        Map<String, String> facts) {

    /** The code in another list, or null when there is none. */
    public @Nullable String in(String list) {
        return mapsTo.get(list);
    }

    /** A fact by its name, or null. */
    public @Nullable String fact(String name) {
        return facts.get(name);
    }

    static Code read(Entry entry) {
        return new Code(
                entry.matching("code", "[A-Za-z0-9][A-Za-z0-9 +./-]{0,39}", "a code of up to 40 plain characters"),
                entry.text("label"),
                entry.optional("help"),
                Validity.read(entry),
                Map.copyOf(entry.pairs("mapsTo")),
                Map.copyOf(entry.pairs("facts")));
    }
}
