package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. {@code at} is for machines (ISO 8601), {@code when} for readers; {@code by} is who did it
 * or said so, or null.
 */
public record TimelineItem(
        String title,
        @Nullable String by,
        String at,
        String when,
        Content description,
        @Nullable String classes) {

    public static TimelineItem of(String title, @Nullable String by, String at, String when, Content description) {
        return new TimelineItem(title, by, at, when, description, null);
    }
}
