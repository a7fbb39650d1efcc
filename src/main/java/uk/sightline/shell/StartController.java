package uk.sightline.shell;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import uk.sightline.access.Needs;
import uk.sightline.platform.Actor;

/** The bare address, and the sign of life for whoever watches the process. */
@Controller
class StartController {

    @GetMapping("/")
    @Needs(nothing = true)
    String start() {
        return Actor.current().kind() == Actor.Kind.PERSON ? "redirect:/work" : "redirect:/sign-in";
    }

    @GetMapping("/health")
    @Needs(nothing = true)
    @ResponseBody
    String health() {
        return "ok";
    }
}
