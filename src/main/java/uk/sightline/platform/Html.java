package uk.sightline.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An answer that is a page: the template under {@code src/main/jte} without its ending, and the one record it shows.
 * Controllers return it; the template declares {@code @param … page}.
 *
 * @param page what the template shows; absent only for templates without a parameter
 */
public record Html(String template, @Nullable Object page, HttpStatus status) {

    /** A page, found and shown. */
    public static Html page(String template, Object page) {
        return new Html(template, page, HttpStatus.OK);
    }

    /** A form shown again because something in it needs attention: nothing was saved. */
    public static Html again(String template, Object page) {
        return new Html(template, page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A page with another status. */
    public static Html page(String template, Object page, HttpStatus status) {
        return new Html(template, page, status);
    }
}
