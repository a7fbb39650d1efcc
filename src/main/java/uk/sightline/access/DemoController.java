package uk.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.platform.NoSuchRecord;

/** Signing in as anybody, on invented people: only where the demonstration is switched on does the address exist. */
@Controller
@ConditionalOnProperty(name = "sightline.demo", havingValue = "true")
@Needs(nothing = true)
class DemoController {

    private final Accounts accounts;
    private final SignIns signIns;
    private final SignInSession sessions;

    DemoController(Accounts accounts, SignIns signIns, SignInSession sessions) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @PostMapping("/sign-in/as")
    Object signIn(HttpServletRequest request, HttpServletResponse response, @RequestParam UUID account) {
        if (accounts.liveName(account).isEmpty()) {
            throw new NoSuchRecord();
        }
        sessions.begin(request, response, account);
        sessions.chosen(request);
        signIns.chosen(account);
        return SignInController.onward(request);
    }

    List<SignInPage.DemoAgency> agencies() {
        return accounts.liveByAgency();
    }
}
