package uk.sightline.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Html;
import uk.sightline.platform.NotAllowed;

/** Where a form goes whose protection does not fit (see {@link ExpiredForms}). */
@Controller
@Needs(nothing = true)
class ExpiredFormController {

    @RequestMapping(ExpiredForms.PAGE)
    Html expired(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String path)
                || !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                || !SameSite.isPath(path)) {
            throw new NotAllowed("The form did not come from this site.");
        }
        if (Actor.current().kind() != Actor.Kind.PERSON) {
            throw new SignInFirst();
        }
        return Html.page("access/carryOn", KeptPost.of(path, request), HttpStatus.CONFLICT);
    }
}
