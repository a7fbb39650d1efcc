package uk.sightline.govuk;

import org.jspecify.annotations.Nullable;

/** One option of a select. Without a value, its text is its value. */
public record SelectItem(
        @Nullable String value,
        @Nullable String text,
        @Nullable Boolean selected,
        boolean disabled,
        @Nullable Attributes attributes) {

    public static SelectItem of(String value, String text) {
        return new SelectItem(value, text, null, false, null);
    }

    boolean isSelected(@Nullable String chosen) {
        if (selected != null && selected) return true;
        return selected == null && chosen != null && !chosen.isEmpty() && chosen.equals(value == null ? text : value);
    }
}
