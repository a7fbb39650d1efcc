package uk.sightline.access;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

/** The page behind an invitation's link. */
@Controller
@Needs(nothing = true)
class WelcomeController {

    private final Welcomes welcomes;

    WelcomeController(Welcomes welcomes) {
        this.welcomes = welcomes;
    }

    @GetMapping("/welcome/{token}")
    Html show(@PathVariable String token) {
        return welcomes.open(token)
                .map(welcome -> Html.page("access/welcome", new Page(token, welcome, FieldErrors.none())))
                .orElseGet(WelcomeController::gone);
    }

    @PostMapping("/welcome/{token}")
    Object accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code) {
        try {
            welcomes.accept(token, password, code);
            return "redirect:/sign-in?ready";
        } catch (RuleBroken broken) {
            return again(token, FieldErrors.of(broken.field() == null ? "password" : broken.field(), broken.says()));
        } catch (NoSuchRecord used) {
            return gone();
        }
    }

    private Html again(String token, FieldErrors errors) {
        return welcomes.open(token)
                .map(welcome -> Html.again("access/welcome", new Page(token, welcome, errors)))
                .orElseGet(WelcomeController::gone);
    }

    private static Html gone() {
        return Html.page("access/welcomeGone", new Gone(Invitations.LASTS.toDays()), HttpStatus.NOT_FOUND);
    }

    record Page(String token, Welcomes.Welcome welcome, FieldErrors errors) {}

    record Gone(long days) {}
}
