package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** One fact of a summary list, and what can be done about it. */
public record SummaryRow(
        @Nullable Text key,
        @Nullable Text value,
        @Nullable Links actions,
        @Nullable String classes) {

    public static SummaryRow of(String key, @Nullable String value) {
        return new SummaryRow(Text.of(key), Text.of(value), null, null);
    }

    public static SummaryRow html(String key, Content value) {
        return new SummaryRow(Text.of(key), Text.html(value), null, null);
    }

    /** With a "Change" link that is read out with the row's key. */
    public SummaryRow change(String href) {
        var what = key == null || key.text() == null ? "" : key.text().toLowerCase(java.util.Locale.UK);
        return new SummaryRow(key, value, Links.of(Link.change(href, what)), classes);
    }

    boolean hasActions() {
        return actions != null && !actions.all().isEmpty();
    }
}
