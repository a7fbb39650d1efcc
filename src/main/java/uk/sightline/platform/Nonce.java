package uk.sightline.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;

/** The word that lets a page's own scripts run, new for every answer. */
public final class Nonce {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ATTRIBUTE = Nonce.class.getName();
    private static final int BYTES = 18;

    private Nonce() {}

    /** The nonce of this request; the header and the page ask for the same one. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String fresh = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }
}
