package uk.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Html;

/** One's own sessions: to stay signed in, to sign out, and to end one left open elsewhere. */
@Controller
class SessionsController {

    private final OpenSessions sessions;
    private final SignInSession session;
    private final Audit audit;

    SessionsController(OpenSessions sessions, SignInSession session, Audit audit) {
        this.sessions = sessions;
        this.session = session;
        this.audit = audit;
    }

    @PostMapping("/sign-out")
    @Needs(nothing = true)
    String signOut(HttpServletRequest request) {
        if (Actor.current().kind() == Actor.Kind.PERSON) {
            audit.recordForGood(Act.on("sign-out", "account", Actor.current().id()));
        }
        session.end(request);
        return "redirect:/sign-in?out";
    }

    /** Answers the page that was asked "Stay signed in": the request itself has lengthened the session. */
    @PostMapping("/session/keep-alive")
    @Needs
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keepAlive() {}

    @GetMapping("/account/sessions")
    @Needs
    Html show(HttpServletRequest request) {
        HttpSession mine = request.getSession(false);
        String current = OpenSessions.mark(mine == null ? null : mine.getId());
        return Html.page("access/sessions", new Page(sessions.of(Actor.current().id()), current));
    }

    @PostMapping("/account/sessions/end")
    @Needs
    @Transactional
    String end(@RequestParam String mark) {
        if (sessions.end(Actor.current().id(), mark)) {
            audit.record(Act.on("end-session", "account", Actor.current().id()));
        }
        return "redirect:/account/sessions";
    }

    /** @param current the mark of the session that shows the page */
    record Page(List<OpenSessions.Open> sessions, String current) {}
}
