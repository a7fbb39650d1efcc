package uk.sightline.watch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.London;

/** What is asked of the log, as it was typed: ids are opaque, so the address of the page tells nothing about anyone. */
public record LogFilter(
        @Nullable String actor,
        @Nullable String record,
        @Nullable String action,
        @Nullable String day,
        @Nullable Long before) {

    FieldErrors errors() {
        FieldErrors.Builder errors = FieldErrors.builder();
        check(errors, "actor", given(actor) && uuid(actor) == null, "Enter the id of an account, as the log shows it");
        check(errors, "record", given(record) && uuid(record) == null, "Enter the id of a record, as the log shows it");
        check(errors, "day", given(day) && date() == null, "Enter a real date");
        return errors.build();
    }

    @Nullable UUID actorId() {
        return uuid(actor);
    }

    @Nullable UUID recordId() {
        return uuid(record);
    }

    @Nullable String actionWord() {
        return given(action) ? String.valueOf(action).strip() : null;
    }

    /** Midnight in London at the start of the day. */
    @Nullable Instant from() {
        LocalDate date = date();
        return date == null ? null : London.instant(date.atStartOfDay());
    }

    /** Midnight at its end: 23 or 25 hours later on two days of the year. */
    @Nullable Instant until() {
        LocalDate date = date();
        return date == null ? null : London.instant(date.plusDays(1).atStartOfDay());
    }

    /** The address of what comes before this entry. */
    public String href(long earlierThan) {
        StringJoiner query = new StringJoiner("&", "/audit?", "");
        add(query, "actor", actorId());
        add(query, "record", recordId());
        add(query, "day", date());
        String word = actionWord();
        add(query, "action", word == null ? null : word.replaceAll("[^a-z-]", ""));
        return query.add("before=" + earlierThan).toString();
    }

    /** For the log's own entry about this search. */
    String inWords() {
        StringJoiner words = new StringJoiner(", ").setEmptyValue("everything");
        say(words, "actor", actorId());
        say(words, "record", recordId());
        say(words, "action", actionWord());
        say(words, "day", date());
        return words.toString();
    }

    private static void say(StringJoiner words, String name, @Nullable Object value) {
        if (value != null) {
            words.add(name + " " + value);
        }
    }

    private static void add(StringJoiner query, String name, @Nullable Object value) {
        if (value != null) {
            query.add(name + "=" + value);
        }
    }

    private static void check(FieldErrors.Builder errors, String field, boolean wrong, String message) {
        if (wrong) {
            errors.add(field, message);
        }
    }

    private @Nullable LocalDate date() {
        try {
            return day == null || day.isBlank() ? null : LocalDate.parse(day.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
