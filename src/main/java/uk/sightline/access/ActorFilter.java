package uk.sightline.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.sightline.platform.Actor;

/**
 * Binds the request's actor: the signed-in account, or the public. Whether the account is still live is read afresh each
 * time, so a leaver's open sessions die on their next request; a session also ends 12 hours after it began.
 */
class ActorFilter extends OncePerRequestFilter {

    static final Duration LONGEST_SESSION = Duration.ofHours(12);
    static final UUID PUBLIC = UUID.fromString("00000000-0000-4000-8000-000000000009");

    private final Accounts accounts;
    private final InstantSource time;

    ActorFilter(Accounts accounts, InstantSource time) {
        this.accounts = accounts;
        this.time = time;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<SignedIn> claimed = signedIn();
        Optional<String> name = claimed.flatMap(signedIn -> accounts.liveName(signedIn.account()));
        boolean over = claimed.isPresent() && (name.isEmpty() || tooLong(session));
        if (over) {
            end(session);
        }
        chainAs(over ? nobody(null) : actor(claimed, name, session), request, response, chain);
    }

    private static Actor actor(Optional<SignedIn> claimed, Optional<String> name, @Nullable HttpSession session) {
        return claimed.map(signedIn ->
                        new Actor(signedIn.account(), Actor.Kind.PERSON, name.orElseThrow(), sessionMark(session)))
                .orElseGet(() -> nobody(session));
    }

    /** A member of the public, also whoever's session has just ended: what they sent is kept while they sign in. */
    private static Actor nobody(@Nullable HttpSession session) {
        return new Actor(PUBLIC, Actor.Kind.PUBLIC, "a member of the public", sessionMark(session));
    }

    private static void chainAs(
            Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            actor.call(() -> {
                chain.doFilter(request, response);
                return actor;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    private boolean tooLong(@Nullable HttpSession session) {
        return session != null && began(session).plus(LONGEST_SESSION).isBefore(time.instant());
    }

    private static Instant began(HttpSession session) {
        return session.getAttribute(SignInSession.SINCE) instanceof Instant since
                ? since
                : Instant.ofEpochMilli(session.getCreationTime());
    }

    /** Ties the audit's entries of one sign-in together without telling the cookie. */
    static @Nullable String sessionMark(@Nullable HttpSession session) {
        return session == null ? null : Integer.toHexString(session.getId().hashCode());
    }

    private static void end(@Nullable HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
