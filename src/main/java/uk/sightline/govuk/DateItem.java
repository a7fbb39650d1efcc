package uk.sightline.govuk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One input of a date: the day, the month or the year. */
public record DateItem(
        @Nullable String name,
        @Nullable String id,
        @Nullable String label,
        @Nullable String value,
        @Nullable String classes,
        @Nullable String inputmode,
        @Nullable String autocomplete,
        @Nullable String pattern,
        @Nullable Boolean error,
        @Nullable Attributes attributes) {

    public static DateItem day() {
        return of("day", "2");
    }

    public static DateItem month() {
        return of("month", "2");
    }

    public static DateItem year() {
        return of("year", "4");
    }

    /** The three inputs of a form's own date field, whose names the form record's component binds. */
    static List<DateItem> named(String field) {
        return List.of(part(field, "day", "2"), part(field, "month", "2"), part(field, "year", "4"));
    }

    private static DateItem part(String field, String part, String width) {
        var label = part.substring(0, 1).toUpperCase(Locale.UK) + part.substring(1);
        return new DateItem(
                field + "." + part,
                field + "-" + part,
                label,
                null,
                "govuk-input--width-" + width,
                null,
                null,
                null,
                null,
                null);
    }

    private static DateItem of(String name, String width) {
        return new DateItem(name, null, null, null, "govuk-input--width-" + width, null, null, null, null, null);
    }

    boolean hasError() {
        return Boolean.TRUE.equals(error) || contains("govuk-input--error");
    }

    boolean contains(String words) {
        return classes != null && classes.contains(words);
    }

    /** The classes of its input: the error mark and the width, where the caller has not set them. */
    String inputClasses(boolean groupHasError, boolean anotherHasError, int width) {
        var marked = Boolean.TRUE.equals(error) || (error == null && groupHasError && !anotherHasError);
        return "govuk-date-input__input"
                + Markup.when(marked && !contains("govuk-input--error"), "govuk-input--error")
                + Markup.when(!contains("govuk-input--width-"), "govuk-input--width-" + width)
                + Markup.more(classes);
    }
}
