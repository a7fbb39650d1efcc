package uk.sightline.govuk;

import org.jspecify.annotations.Nullable;

/** The frame and title around a summary list, when several stand on one page. */
public record SummaryCard(
        @Nullable Text title,
        @Nullable Links actions,
        @Nullable String classes,
        @Nullable Attributes attributes) {

    public static SummaryCard of(String title) {
        return new SummaryCard(Text.of(title), null, null, null);
    }
}
