package uk.sightline.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.SignIns.Outcome;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Html;

/** Signing in: e-mail and password, then a code; and on to where the person was going. */
@Controller
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
@Needs(nothing = true)
class SignInController {

    private static final String WRONG = "The e-mail address or the password is not right. Check both and try again";
    private static final String WAIT =
            "There were too many tries. Wait a while, then try again. Each failed try makes the wait longer";

    private final SignIns signIns;
    private final SignInSession sessions;
    private final ObjectProvider<DemoController> demo;

    SignInController(SignIns signIns, SignInSession sessions, ObjectProvider<DemoController> demo) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    Object show(HttpServletRequest request) {
        String to = SameSite.orStart(request.getParameter("to"));
        return Actor.current().kind() == Actor.Kind.PERSON
                ? "redirect:" + to
                : Html.page("access/signIn", page("", notice(request), to, null, FieldErrors.none()));
    }

    @PostMapping("/sign-in")
    Html password(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password) {
        FieldErrors missing = missing(email, password);
        if (!missing.isEmpty()) {
            return again("access/signIn", request, email, missing);
        }
        return switch (signIns.password(email, password, request.getRemoteAddr())) {
            case Outcome.Right(UUID account) -> {
                sessions.half(request, account);
                yield Html.page("access/signInCode", carried(request, email, FieldErrors.none()));
            }
            case Outcome.Wrong wrong -> again("access/signIn", request, email, FieldErrors.of("email", WRONG));
            case Outcome.Wait wait -> again("access/signIn", request, email, FieldErrors.of("email", WAIT));
        };
    }

    @PostMapping("/sign-in/code")
    Object code(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code) {
        UUID account = sessions.half(request).orElse(null);
        if (account == null) {
            return again("access/signIn", request, "", FieldErrors.of("email", "That took too long. Sign in again"));
        }
        return switch (signIns.code(account, code, request.getRemoteAddr())) {
            case Outcome.Right right -> {
                sessions.begin(request, response, account);
                yield onward(request);
            }
            case Outcome.Wrong wrong ->
                again(
                        "access/signInCode",
                        request,
                        "",
                        FieldErrors.of(
                                "code",
                                "This is not the code the app shows now. Each code works once: wait for the next one"));
            case Outcome.Wait wait -> again("access/signInCode", request, "", FieldErrors.of("code", WAIT));
        };
    }

    /** Where a signed-in person goes on: to the page they asked for, or to what they had posted. */
    static Object onward(HttpServletRequest request) {
        KeptPost kept = KeptPost.carried(request).orElse(null);
        return kept == null
                ? "redirect:" + SameSite.orStart(request.getParameter("to"))
                : Html.page("access/carryOn", kept);
    }

    /** Something was posted after the session had ended: sign in, and carry on. */
    @ExceptionHandler(SignInFirst.class)
    Html first(HttpServletRequest request) {
        KeptPost kept = KeptPost.of(asked(request), request);
        return Html.page("access/signIn", page("", null, "/", kept, FieldErrors.none()), HttpStatus.UNAUTHORIZED);
    }

    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }

    private Html again(String template, HttpServletRequest request, String email, FieldErrors errors) {
        return Html.again(template, carried(request, email, errors));
    }

    private SignInPage carried(HttpServletRequest request, String email, FieldErrors errors) {
        String to = SameSite.orStart(request.getParameter("to"));
        return page(email, null, to, KeptPost.carried(request).orElse(null), errors);
    }

    private SignInPage page(
            String email, @Nullable String notice, String to, @Nullable KeptPost kept, FieldErrors errors) {
        DemoController chooser = demo.getIfAvailable();
        return new SignInPage(email, notice, to, kept, errors, chooser == null ? List.of() : chooser.agencies());
    }

    private static @Nullable String notice(HttpServletRequest request) {
        if (request.getParameter("out") != null) {
            return "You have signed out.";
        }
        if (request.getParameter("ready") != null) {
            return "Your account is ready. Sign in with the password you have just chosen.";
        }
        return request.getParameter("again") == null ? null : "Sign in to see this page.";
    }

    private static FieldErrors missing(String email, String password) {
        FieldErrors.Builder errors = FieldErrors.builder();
        if (email.isBlank()) {
            errors.add("email", "Enter your e-mail address");
        }
        if (password.isBlank()) {
            errors.add("password", "Enter your password");
        }
        return errors.build();
    }
}
