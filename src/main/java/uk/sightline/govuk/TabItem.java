package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** One tab with its panel. Without an id of its own it is numbered. */
public record TabItem(
        @Nullable String label,
        @Nullable String id,
        @Nullable Text panel,
        @Nullable Attributes attributes) {

    public static TabItem of(String id, String label, Content panel) {
        return new TabItem(label, id, Text.html(panel), null);
    }

    String idIn(@Nullable String prefix, int number) {
        return Markup.given(id) ? String.valueOf(id) : Markup.or(prefix, "") + "-" + number;
    }
}
