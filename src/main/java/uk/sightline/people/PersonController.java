package uk.sightline.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Needs;
import uk.sightline.platform.Html;

/** The page of one person, for everybody whom the policy lets see them. */
@Controller
@Needs
class PersonController {

    private final PersonPages pages;

    PersonController(PersonPages pages) {
        this.pages = pages;
    }

    /** A link to a record that was given up leads to the one that was kept, which names it. */
    @GetMapping("/people/{id}")
    Object person(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String source) {
        return pages.keptFor(id)
                .<Object>map(kept -> "redirect:/people/" + kept)
                .orElseGet(() -> Html.page("people/person", pages.of(id, new Chronologies.Filter(type, source))));
    }
}
