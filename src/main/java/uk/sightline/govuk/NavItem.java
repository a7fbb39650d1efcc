package uk.sightline.govuk;

import org.jspecify.annotations.Nullable;

/** An entry of the navigation at the top of every page; {@code count} is what waits there, or null to show none. */
public record NavItem(
        String text, String href, boolean current, @Nullable Integer count) {

    public static NavItem of(String text, String href) {
        return new NavItem(text, href, false, null);
    }

    NavigationItem asItem() {
        gg.jte.Content html = output -> {
            output.writeUserContent(text);
            if (count != null && count > 0)
                output.writeContent(" <span class=\"moj-notification-badge\">" + count + "</span>");
        };
        return new NavigationItem(null, html, href, current, false, null);
    }
}
