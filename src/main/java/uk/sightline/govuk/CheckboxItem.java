package uk.sightline.govuk;

import gg.jte.Content;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One box of a checkbox group, or (with {@code divider}) the word between two. {@code behaviour} "exclusive" clears
 * the others; {@code conditional} shows when ticked.
 */
public record CheckboxItem(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String value,
        @Nullable String name,
        @Nullable String id,
        @Nullable Text label,
        @Nullable Hint hint,
        @Nullable String divider,
        @Nullable Boolean checked,
        boolean disabled,
        @Nullable Text conditional,
        @Nullable String behaviour,
        @Nullable Attributes attributes) {

    public static CheckboxItem of(String value, String text) {
        return new CheckboxItem(text, null, value, null, null, null, null, null, null, false, null, null, null);
    }

    public static CheckboxItem divider(String word) {
        return new CheckboxItem(null, null, null, null, null, null, null, word, null, false, null, null, null);
    }

    public CheckboxItem hint(@Nullable String words) {
        var hint = words == null ? null : Hint.of(words);
        return new CheckboxItem(
                text,
                html,
                value,
                name,
                id,
                label,
                hint,
                divider,
                checked,
                disabled,
                conditional,
                behaviour,
                attributes);
    }

    public CheckboxItem conditional(Content fields) {
        var shown = Text.html(fields);
        return new CheckboxItem(
                text, html, value, name, id, label, hint, divider, checked, disabled, shown, behaviour, attributes);
    }

    /** Ticking this one clears the others, as "None of these" does. */
    public CheckboxItem exclusive() {
        return new CheckboxItem(
                text,
                html,
                value,
                name,
                id,
                label,
                hint,
                divider,
                checked,
                disabled,
                conditional,
                "exclusive",
                attributes);
    }

    boolean isChecked(@Nullable Collection<String> ticked) {
        if (checked != null && checked) return true;
        return checked == null && value != null && ticked != null && ticked.contains(value);
    }

    boolean hasHint() {
        return hint != null && hint.isPresent();
    }

    boolean hasConditional() {
        return conditional != null && conditional.isPresent();
    }
}
