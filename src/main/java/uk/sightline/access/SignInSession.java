package uk.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** What a session holds of signing in: the half-way mark after the password, who it is, since when, and on what. */
@Component
class SignInSession {

    static final String SINCE = "sightline.since";
    static final String DEVICE = "sightline.device";

    private static final String HALF = "sightline.half";
    private static final String PROVED = "sightline.proved";
    private static final String CHOSEN = "sightline.chosen";
    private static final Duration HALF_LASTS = Duration.ofMinutes(5);
    private static final Duration PROOF_LASTS = Duration.ofMinutes(5);

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final InstantSource time;

    SignInSession(InstantSource time) {
        this.time = time;
    }

    /** The password was right; the code is still to come. */
    void half(HttpServletRequest request, UUID account) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setAttribute(HALF, new Half(account, time.instant()));
    }

    /** Who gave the right password in this session within the last five minutes. */
    Optional<UUID> half(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(HALF) instanceof Half half && fresh(half.at(), HALF_LASTS)
                ? Optional.of(half.account())
                : Optional.empty();
    }

    /** Signs in, under a new session id. */
    void begin(HttpServletRequest request, HttpServletResponse response, UUID account) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.removeAttribute(HALF);
        session.removeAttribute(CHOSEN);
        session.setAttribute(SINCE, time.instant());
        session.setAttribute(DEVICE, device(request.getHeader(HttpHeaders.USER_AGENT)));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new UsernamePasswordAuthenticationToken(new SignedIn(account), "", List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** The person has just shown again who they are. */
    void proved(HttpServletRequest request) {
        request.getSession().setAttribute(PROVED, time.instant());
    }

    /** Somebody chosen in the demonstration has no password and no app to show it with. */
    void chosen(HttpServletRequest request) {
        request.getSession().setAttribute(CHOSEN, true);
    }

    boolean isProved(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && (session.getAttribute(CHOSEN) != null
                        || session.getAttribute(PROVED) instanceof Instant at && fresh(at, PROOF_LASTS));
    }

    private boolean fresh(Instant at, Duration lasts) {
        return at.plus(lasts).isAfter(time.instant());
    }

    /** "Firefox on Windows": enough to know one's own sessions apart. */
    static String device(@Nullable String agent) {
        String text = agent == null ? "" : agent;
        return first(text, "Another browser", "Edg/=Edge", "Firefox/=Firefox", "Chrome/=Chrome", "Safari/=Safari")
                + " on "
                + first(
                        text,
                        "another device",
                        "Android=Android",
                        "iPhone=iPhone",
                        "iPad=iPad",
                        "Windows=Windows",
                        "Mac OS=Mac",
                        "Linux=Linux");
    }

    private static String first(String agent, String otherwise, String... names) {
        for (String name : names) {
            int at = name.indexOf('=');
            if (agent.contains(name.substring(0, at))) {
                return name.substring(at + 1);
            }
        }
        return otherwise;
    }

    private record Half(UUID account, Instant at) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }
}
