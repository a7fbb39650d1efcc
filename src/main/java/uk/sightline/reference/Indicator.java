package uk.sightline.reference;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a tool asks about.
 *
 * @param code such as {@code D1.03}
 * @param answerClass key of what a yes counts; null where the answer itself is the class
 * @param tags the strands it speaks of; none: all of them
 * @param harm that it has happened is harm, not only a sign that it may
 */
public record Indicator(
        String code,
        String text,
        @Nullable String help,
        @Nullable String answerClass,
        Set<String> tags,
        boolean harm) {

    /** Whether it bears on a strand, by itself or because it bears on all. */
    public boolean bearsOn(String tag) {
        return tags.isEmpty() || tags.contains(tag);
    }

    static Indicator read(Entry entry) {
        return new Indicator(
                entry.matching("code", "[A-Z]\\d{1,2}\\.\\d{2}", "a code such as D1.03"),
                entry.text("text"),
                entry.optional("help"),
                entry.optional("class"),
                entry.texts("tags"),
                entry.yes("harm"));
    }
}
