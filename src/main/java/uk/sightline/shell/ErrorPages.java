package uk.sightline.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import uk.sightline.platform.Html;
import uk.sightline.platform.Ids;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.NotAllowed;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/** One page for each way that a request can end badly: what happened, what is safe, what to do. */
@ControllerAdvice
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @ExceptionHandler({NoSuchRecord.class, NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
    Html notFound() {
        return page(
                HttpStatus.NOT_FOUND,
                "Page not found",
                "There is nothing at this address that you can see.",
                "If you typed the address, check it. If you followed a link from a colleague, ask them.");
    }

    @ExceptionHandler(NotAllowed.class)
    Html notAllowed() {
        return page(
                HttpStatus.FORBIDDEN,
                "You cannot do this",
                "Your post does not include it. This attempt has been recorded.",
                "If you think it should, ask your manager.");
    }

    @ExceptionHandler(StaleVersion.class)
    Html stale() {
        return page(
                HttpStatus.CONFLICT,
                "Someone else changed this",
                "While you had the page open, someone else saved a change. Nothing of theirs has been overwritten.",
                "Go back, copy what you typed if you need it, and open the page again.");
    }

    @ExceptionHandler(RuleBroken.class)
    Html broken(RuleBroken rule) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, "This could not be done", rule.says(), "Go back and try again.");
    }

    /** What Spring itself refuses: a wrong method, a body too large, a part that is missing. */
    @ExceptionHandler(Exception.class)
    Html other(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
            return refused(HttpStatus.valueOf(refused.getStatusCode().value()));
        }
        if (failure instanceof MultipartException) {
            return refused(HttpStatus.BAD_REQUEST);
        }
        String reference = Ids.reference("E");
        LOG.error("{} at {} {}", reference, request.getMethod(), request.getRequestURI(), failure);
        boolean database = failure instanceof DataAccessException || failure instanceof TransactionException;
        return page(
                database ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR,
                "Sorry, there is a problem",
                "What you asked for was not done, and nothing has been half-saved.",
                "Try again in a minute. If it happens again, tell support this reference: " + reference);
    }

    private static Html refused(HttpStatus status) {
        String what = status == HttpStatus.CONTENT_TOO_LARGE
                ? "What you sent is too large. A file may have up to 25 MB."
                : "The page did not understand what was sent.";
        return page(status, "This could not be done", what, "Go back and try again.");
    }

    private static Html page(HttpStatus status, String title, String what, String next) {
        return Html.page("shell/error", new ErrorPage(title, what, next), status);
    }

    /** What an error page shows. */
    record ErrorPage(String title, String what, String next) {}
}
