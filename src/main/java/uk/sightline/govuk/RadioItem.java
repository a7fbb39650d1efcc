package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** One answer of a radio group, or (with {@code divider}) the word between two. {@code conditional} shows when chosen. */
public record RadioItem(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String value,
        @Nullable String id,
        @Nullable Text label,
        @Nullable Hint hint,
        @Nullable String divider,
        @Nullable Boolean checked,
        boolean disabled,
        @Nullable Text conditional,
        @Nullable Attributes attributes) {

    public static RadioItem of(String value, String text) {
        return new RadioItem(text, null, value, null, null, null, null, null, false, null, null);
    }

    public static RadioItem divider(String word) {
        return new RadioItem(null, null, null, null, null, null, word, null, false, null, null);
    }

    public RadioItem hint(@Nullable String words) {
        var hint = words == null ? null : Hint.of(words);
        return new RadioItem(text, html, value, id, label, hint, divider, checked, disabled, conditional, attributes);
    }

    public RadioItem conditional(Content fields) {
        return new RadioItem(
                text, html, value, id, label, hint, divider, checked, disabled, Text.html(fields), attributes);
    }

    boolean isChecked(@Nullable String chosen) {
        if (checked != null && checked) return true;
        return checked == null && chosen != null && !chosen.isEmpty() && chosen.equals(value);
    }

    boolean hasHint() {
        return hint != null && hint.isPresent();
    }

    boolean hasConditional() {
        return conditional != null && conditional.isPresent();
    }
}
