package uk.sightline.govuk;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the tags of this module share: the parts of a start tag that a template cannot write itself. */
final class Markup {

    private Markup() {}

    static String attrs(@Nullable Attributes attributes) {
        return attributes == null ? "" : attributes.print();
    }

    static String attrs(@Nullable Text text) {
        return text == null ? "" : attrs(text.attributes());
    }

    static String attrs(@Nullable FormGroup group) {
        return group == null ? "" : attrs(group.attributes());
    }

    static String more(@Nullable Text text) {
        return text == null ? "" : more(text.classes());
    }

    static String more(@Nullable FormGroup group) {
        return group == null ? "" : more(group.classes());
    }

    /** Further class names, with the space before them. */
    static String more(@Nullable String classes) {
        return given(classes) ? " " + classes : "";
    }

    static String when(boolean condition, String classes) {
        return condition ? " " + classes : "";
    }

    /** The HTML if there is any, or else the text, escaped. */
    static Content either(@Nullable Content html, @Nullable String text) {
        return html == null ? output -> output.writeUserContent(text) : html;
    }

    static Content show(@Nullable Text text) {
        return text == null ? output -> {} : either(text.html(), text.text());
    }

    static boolean shown(@Nullable Text text) {
        return text != null && text.isPresent();
    }

    /** Ids for {@code aria-describedby}, or null when there are none, so that the attribute is left out. */
    static @Nullable String ids(@Nullable String... ids) {
        var joined = Arrays.stream(ids)
                .filter(Markup::given)
                .map(Objects::requireNonNull)
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? null : joined;
    }

    /** What describes a field: what the caller names, then its hint, then its error. */
    static @Nullable String described(
            @Nullable String by, String id, @Nullable Hint hint, @Nullable ErrorMessage error) {
        return ids(by, hint == null ? null : id + "-hint", error == null ? null : id + "-error");
    }

    static @Nullable String number(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    static boolean given(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    static String or(@Nullable String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }

    /** A message for the component's script, as a data attribute. */
    static String i18n(String key, @Nullable String message) {
        return given(message) ? Attributes.of("data-i18n." + key, message).print() : "";
    }

    /** Messages for the component's script, one for each plural form. */
    static String i18n(String key, @Nullable Plural messages) {
        if (messages == null) return "";
        return messages.forms().entrySet().stream()
                .map(form -> i18n(key + "." + form.getKey(), form.getValue()))
                .collect(Collectors.joining());
    }

    static String escape(String value) {
        var out = new StringOutput();
        var html = new OwaspHtmlTemplateOutput(out);
        html.setContext("div", "title");
        html.writeUserContent(value);
        return out.toString();
    }
}
