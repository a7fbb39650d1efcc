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
        Optional<String> name = signedIn().flatMap(signedIn -> accounts.liveName(signedIn.account()));
        if (signedIn().isPresent() && (name.isEmpty() || tooLong(session))) {
            end(request, response, session);
            return;
        }
        Actor actor = signedIn()
                .map(signedIn ->
                        new Actor(signedIn.account(), Actor.Kind.PERSON, name.orElseThrow(), sessionMark(session)))
                .orElseGet(() -> new Actor(PUBLIC, Actor.Kind.PUBLIC, "a member of the public", sessionMark(session)));
        chainAs(actor, request, response, chain);
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
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(LONGEST_SESSION)
                        .isBefore(time.instant());
    }

    /** Ties the audit's entries of one sign-in together without telling the cookie. */
    private static @Nullable String sessionMark(@Nullable HttpSession session) {
        return session == null ? null : Integer.toHexString(session.getId().hashCode());
    }

    private static void end(HttpServletRequest request, HttpServletResponse response, @Nullable HttpSession session)
            throws IOException {
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        if (request.getHeader("X-Autosave") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect("/sign-in?ended");
        }
    }
}
