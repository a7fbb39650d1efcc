package uk.sightline.govuk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, field by field, in the order of the page. The first message of a field counts. */
public record FieldErrors(Map<String, ErrorItem> items) {

    private static final FieldErrors NONE = new FieldErrors(Map.of());

    public FieldErrors {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    public static FieldErrors none() {
        return NONE;
    }

    public static FieldErrors of(String field, String message) {
        return builder().add(field, message).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** The message to show at a field, or null when it has none. */
    public @Nullable ErrorMessage on(String field) {
        var item = items.get(field);
        return item == null || item.text() == null ? null : ErrorMessage.of(item.text());
    }

    public List<ErrorItem> summary() {
        return List.copyOf(items.values());
    }

    /** Collects the errors of one form. */
    public static final class Builder {

        private final Map<String, ErrorItem> items = new LinkedHashMap<>();

        private Builder() {}

        public Builder add(String field, String message) {
            return add(field, message, field);
        }

        /** For a group, whose first input has another id than the group: a date's is {@code born-day}. */
        public Builder add(String field, String message, String inputId) {
            items.putIfAbsent(field, ErrorItem.of(message, "#" + inputId));
            return this;
        }

        public FieldErrors build() {
            return items.isEmpty() ? NONE : new FieldErrors(items);
        }
    }
}
