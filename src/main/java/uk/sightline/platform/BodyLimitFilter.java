package uk.sightline.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is larger than forms and their files are, before any of it is read: the server itself takes what the largest
 * page takes, an extract of a million people, and that page alone. A body of no stated length could be of any.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    /** Four files of the largest size, and the form around them. */
    static final long MOST_BYTES = 110L * 1024 * 1024;

    private static final int TOO_LARGE = 413;

    private final Set<String> large;

    /** @param large the addresses that take more */
    BodyLimitFilter(Set<String> large) {
        this.large = Set.copyOf(large);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean endless = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        if ((request.getContentLengthLong() > MOST_BYTES || endless) && !large.contains(request.getRequestURI())) {
            response.setStatus(TOO_LARGE);
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream()
                    .write("What you sent is too large. A file may have up to 25 MB. Go back and try again."
                            .getBytes(StandardCharsets.UTF_8));
            return;
        }
        chain.doFilter(request, response);
    }
}
