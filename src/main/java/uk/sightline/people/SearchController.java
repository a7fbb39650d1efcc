package uk.sightline.people;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.identity.Written;
import uk.sightline.platform.Html;

/** One box, posted: no name, birth date or number goes into an address. */
@Controller
@Needs({Action.CREATE_PERSON, Action.CHANGE})
class SearchController {

    private static final String TEMPLATE = "people/search";

    private final Searches searches;

    SearchController(Searches searches) {
        this.searches = searches;
    }

    @GetMapping("/people")
    Html start() {
        return Html.page(TEMPLATE, searches.start());
    }

    @PostMapping("/people")
    Html search(@RequestParam(defaultValue = "") String q) {
        String line = Written.line(q);
        if (line.isEmpty()) {
            return refused(q, "Enter a name, a date of birth, a number or a reference");
        }
        int length = Written.length(line);
        return length > Searches.LONGEST
                ? refused(q, "Search for %d characters or fewer. You entered %,d".formatted(Searches.LONGEST, length))
                : Html.page(TEMPLATE, searches.of(q));
    }

    private Html refused(String typed, String message) {
        return Html.again(TEMPLATE, searches.refused(typed, FieldErrors.of("q", message)));
    }
}
