package uk.sightline.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.sightline.access.Colleagues;
import uk.sightline.govuk.Chrome;
import uk.sightline.govuk.NavItem;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;
import uk.sightline.platform.Nonce;

/** Binds what the frame of a page shows: who is signed in, where they can go, and the words that protect its forms. */
@Component
class ChromeFilter extends OncePerRequestFilter {

    private final Navigation navigation;
    private final Colleagues colleagues;
    private final InstantSource time;
    private final boolean demo;

    ChromeFilter(
            Navigation navigation,
            Colleagues colleagues,
            InstantSource time,
            @Value("${sightline.demo}") boolean demo) {
        this.navigation = navigation;
        this.colleagues = colleagues;
        this.time = time;
        this.demo = demo;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/") || !Actor.isBound();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Chrome.bind(() -> chrome(request)).call(() -> {
                chain.doFilter(request, response);
                return demo;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Chrome chrome(HttpServletRequest request) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Chrome.@Nullable SignedIn signedIn = signedIn();
        List<NavItem> items = signedIn == null ? List.of() : navigation.entries(request.getRequestURI());
        return new Chrome(
                csrf.getParameterName(),
                csrf.getToken(),
                Nonce.of(request),
                signedIn,
                items,
                demo,
                request.getSession(false) == null
                        ? 0
                        : request.getSession(false).getMaxInactiveInterval(),
                London.dayAndTime(time.instant()));
    }

    private Chrome.@Nullable SignedIn signedIn() {
        Actor actor = Actor.current();
        return actor.kind() == Actor.Kind.PERSON
                ? new Chrome.SignedIn(actor.name(), String.join(", ", colleagues.myPosts()))
                : null;
    }
}
