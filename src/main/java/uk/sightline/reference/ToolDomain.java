package uk.sightline.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of somebody's life that a tool asks about.
 *
 * @param protective what may speak for safety; shown beside the risk, never taken off it
 */
public record ToolDomain(
        String key, String label, @Nullable String help, List<Indicator> indicators, List<Protective> protective) {

    /** Something that may speak for safety. */
    public record Protective(String code, String text) {

        static Protective read(Entry entry) {
            return new Protective(entry.text("code"), entry.text("text"));
        }
    }

    static ToolDomain read(Entry entry) {
        return new ToolDomain(
                entry.matching("key", "[A-Z]\\d{1,2}", "a letter and a number such as D1"),
                entry.text("label"),
                entry.optional("help"),
                entry.rows("indicators", Indicator::read).stream()
                        .map(Row::value)
                        .toList(),
                entry.rows("protective", Protective::read).stream()
                        .map(Row::value)
                        .toList());
    }
}
