package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** The heading of a column. {@code format} "numeric" sets it right. */
public record TableHead(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String format,
        @Nullable String classes,
        @Nullable Integer colspan,
        @Nullable Integer rowspan,
        @Nullable Attributes attributes) {

    public static TableHead of(String text) {
        return new TableHead(text, null, null, null, null, null, null);
    }

    public static TableHead numeric(String text) {
        return new TableHead(text, null, "numeric", null, null, null, null);
    }
}
