package uk.sightline.govuk;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of the cookie banner. */
public record CookieMessage(
        @Nullable String headingText,
        @Nullable Content headingHtml,
        @Nullable String text,
        @Nullable Content html,
        @Nullable List<Link> actions,
        boolean hidden,
        @Nullable String role,
        @Nullable String classes,
        @Nullable Attributes attributes) {}
