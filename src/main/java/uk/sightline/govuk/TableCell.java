package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A cell of a table. {@code format} "numeric" sets it right. */
public record TableCell(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String format,
        @Nullable String classes,
        @Nullable Integer colspan,
        @Nullable Integer rowspan,
        @Nullable Attributes attributes) {

    public static TableCell of(@Nullable String text) {
        return new TableCell(text, null, null, null, null, null, null);
    }

    public static TableCell html(Content html) {
        return new TableCell(null, html, null, null, null, null, null);
    }

    public static TableCell numeric(@Nullable String text) {
        return new TableCell(text, null, "numeric", null, null, null, null);
    }

    TableCell with(String attribute, @Nullable String value) {
        Attributes more = attributes == null ? Attributes.of(attribute, value) : attributes.and(attribute, value);
        return new TableCell(text, html, format, classes, colspan, rowspan, more);
    }
}
