package uk.sightline.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * A form whose protection does not fit: the browser was restarted since it was opened, or somebody forged it. Browsers
 * tell the two apart: the page that explains it offers to carry on only with what this site itself sent.
 */
class ExpiredForms implements AccessDeniedHandler {

    static final String PAGE = "/form-expired";

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        if (request.getHeader("X-Autosave") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            request.getRequestDispatcher(PAGE).forward(request, response);
        }
    }
}
