package uk.sightline.govuk;

import org.jspecify.annotations.Nullable;

/** One task of a task list; without an href it cannot be opened yet. */
public record TaskItem(
        @Nullable Text title,
        @Nullable Text hint,
        @Nullable TaskStatus status,
        @Nullable String href,
        @Nullable String classes) {

    public static TaskItem of(String title, String href, TaskStatus status) {
        return new TaskItem(Text.of(title), null, status, href, null);
    }

    public TaskItem hint(String words) {
        return new TaskItem(title, Text.of(words), status, href, classes);
    }
}
