package uk.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.sightline.platform.Actor;
import uk.sightline.platform.NotAllowed;

/** Applies the rule of each route before its handler runs. */
class RouteRules implements HandlerInterceptor {

    private final Access access;

    RouteRules(Access access) {
        this.access = access;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(handler instanceof HandlerMethod method) || isFramework(method)) {
            return true;
        }
        Needs rule = ruleOf(method);
        if (rule == null) {
            throw new NotAllowed("This address has no rule, so nobody may use it.");
        }
        return rule.nothing() || signedIn(request, response) && mayUse(rule);
    }

    private static boolean isFramework(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.springframework.");
    }

    static @Nullable Needs ruleOf(HandlerMethod method) {
        Needs own = method.getMethodAnnotation(Needs.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
    }

    private static boolean signedIn(HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (Actor.current().kind() == Actor.Kind.PERSON) {
            return true;
        }
        if (request.getHeader("X-Autosave") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            response.sendRedirect("/sign-in?again&to=" + URLEncoder.encode(address(request), StandardCharsets.UTF_8));
        } else {
            throw new SignInFirst();
        }
        return false;
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private boolean mayUse(Needs rule) {
        if (rule.value().length > 0) {
            access.requireOneOf(Set.of(rule.value()));
        }
        return true;
    }
}
