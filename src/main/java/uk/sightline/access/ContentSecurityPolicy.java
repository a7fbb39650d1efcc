package uk.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;
import uk.sightline.platform.Nonce;

/** Only the page's own scripts run, nothing is framed, and forms go nowhere else. */
class ContentSecurityPolicy implements HeaderWriter {

    private static final String POLICY = "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic'; "
            + "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader("Content-Security-Policy")) {
            response.setHeader("Content-Security-Policy", POLICY.formatted(Nonce.of(request)));
        }
    }
}
