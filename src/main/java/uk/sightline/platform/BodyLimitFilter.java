package uk.sightline.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is larger than forms and their files are, before any of it is read. The server itself takes what the largest
 * page takes, an extract of a million people; that page alone does, from somebody who is signed in. A body of no stated
 * length could be of any. Where the disk has no room for such a file, that is said, and not that a form has expired: the
 * form's own proof lies in what could not be kept.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    /** After the session is known, before sign-in reads the form. */
    static final int ORDER = SessionRepositoryFilter.DEFAULT_ORDER + 10;

    /** Four files of the largest size, and the form around them. */
    static final long MOST_BYTES = 110L * 1024 * 1024;

    private static final int TOO_LARGE = 413;
    private static final int NO_ROOM = 507;

    private final Set<String> large;

    /** @param large the addresses that take more */
    BodyLimitFilter(Set<String> large) {
        this.large = Set.copyOf(large);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean takesMore = large.contains(request.getRequestURI());
        if (isLarge(request) && !(takesMore && isSignedIn(request))) {
            say(response, TOO_LARGE, "What you sent is too large. A file may have up to 25 MB. Go back and try again.");
        } else if (takesMore && !isKept(request)) {
            say(
                    response,
                    NO_ROOM,
                    "The file could not be kept: the server has no room for it on its disk. Nothing was imported and nothing "
                            + "is lost. Tell support, and bring the file again.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isLarge(HttpServletRequest request) {
        boolean endless = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        return endless || request.getContentLengthLong() > MOST_BYTES;
    }

    private static boolean isSignedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    /** Has the parts of a form with files laid on the disk, as somebody will ask for next. */
    private static boolean isKept(HttpServletRequest request) throws ServletException {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) {
            return true;
        }
        try {
            request.getParts();
            return true;
        } catch (IllegalStateException tooLargeForAnybody) {
            return true; // said with its own page
        } catch (IOException noRoom) {
            return false;
        }
    }

    private static void say(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
