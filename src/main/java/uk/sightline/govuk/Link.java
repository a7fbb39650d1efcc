package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A link or, as a component allows it, a button; {@code visuallyHiddenText} ends "Change" with what is changed. */
public record Link(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String href,
        @Nullable String visuallyHiddenText,
        @Nullable String classes,
        @Nullable String type,
        @Nullable String name,
        @Nullable String value,
        @Nullable Attributes attributes) {

    public static Link of(String text, String href) {
        return new Link(text, null, href, null, null, null, null, null, null);
    }

    public static Link change(String href, String what) {
        return new Link("Change", null, href, what, null, null, null, null, null);
    }

    boolean isButton() {
        return !Markup.given(href) || "button".equals(type);
    }
}
