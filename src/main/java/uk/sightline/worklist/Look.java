package uk.sightline.worklist;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import uk.sightline.platform.Html;

/** The browser looks by itself whether a list has changed: no content when it has not, the list when it has. */
final class Look {

    private Look() {}

    static @Nullable Html answer(
            String template, Object page, String mark, @Nullable String seen, HttpServletResponse response) {
        var tag = "\"" + mark + "\"";
        response.setHeader(HttpHeaders.ETAG, tag);
        if (tag.equals(seen)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return Html.page(template, page);
    }
}
