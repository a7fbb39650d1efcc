package uk.sightline.govuk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Further HTML attributes of an element, in order. A value {@code true} prints the bare name, {@code false} or null
 * nothing. Names are checked: an event handler or a style would be refused by the content security policy anyway.
 */
public record Attributes(Map<String, @Nullable Object> values) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][-a-zA-Z0-9_:.]*");

    public Attributes {
        values.keySet().forEach(Attributes::check);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Attributes of(String name, @Nullable Object value) {
        return new Attributes(Collections.singletonMap(name, value));
    }

    public Attributes and(String name, @Nullable Object value) {
        var more = new LinkedHashMap<String, @Nullable Object>(values);
        more.put(name, value);
        return new Attributes(more);
    }

    /** As they stand in a start tag: each with a space before it, values escaped. */
    String print() {
        var out = new StringBuilder();
        values.forEach((name, value) -> print(out, name, value));
        return out.toString();
    }

    private static void print(StringBuilder out, String name, @Nullable Object value) {
        if (value == null || Boolean.FALSE.equals(value)) return;
        out.append(' ').append(name);
        if (!Boolean.TRUE.equals(value))
            out.append("=\"").append(Markup.escape(value.toString())).append('"');
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches() || name.startsWith("on") || name.equals("style"))
            throw new IllegalArgumentException("Not an attribute that a page may carry: " + name);
    }
}
