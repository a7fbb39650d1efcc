package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** How far a task has come: plain words for "Completed", a tag for what still asks for attention. */
public record TaskStatus(
        @Nullable Text tag,
        @Nullable String text,
        @Nullable Content html,
        @Nullable String classes) {

    public static TaskStatus completed() {
        return new TaskStatus(null, "Completed", null, null);
    }

    /** How far it has come, in words of its own. */
    public static TaskStatus text(String words) {
        return new TaskStatus(null, words, null, null);
    }

    public static TaskStatus tag(String text, String classes) {
        return new TaskStatus(Text.of(text).classes(classes), null, null, null);
    }

    public static TaskStatus incomplete() {
        return tag("Incomplete", "govuk-tag--blue");
    }

    public static TaskStatus cannotStartYet() {
        return new TaskStatus(null, "Cannot start yet", null, "govuk-task-list__status--cannot-start-yet");
    }
}
