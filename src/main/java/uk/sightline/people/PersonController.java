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

    @GetMapping("/people/{id}")
    Html person(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String source) {
        return Html.page("people/person", pages.of(id, new Chronologies.Filter(type, source)));
    }
}
