package uk.sightline.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.platform.Html;

/** The messages that have not left, for whoever runs the product or hands out its work. */
@Controller
@Needs({Action.ADMINISTER, Action.ASSIGN})
class MessagesController {

    private final UnsentQueries unsent;

    MessagesController(UnsentQueries unsent) {
        this.unsent = unsent;
    }

    @GetMapping("/messages")
    Html messages(@RequestParam(required = false) @Nullable UUID after) {
        return Html.page("messages/unsent", unsent.page(after));
    }

    @PostMapping("/messages/{id}/again")
    String again(@PathVariable UUID id) {
        unsent.tryAgain(id);
        return "redirect:/messages";
    }

    @PostMapping("/messages/again")
    String allAgain() {
        unsent.tryAllAgain();
        return "redirect:/messages";
    }
}
