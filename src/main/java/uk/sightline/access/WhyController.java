package uk.sightline.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.platform.Html;

/** "Why can I see this?" and "Who looked?", for whoever sees the record. */
@Controller
@Needs
class WhyController {

    private final LookedQueries queries;

    WhyController(LookedQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/access/why/{record}")
    Html why(@PathVariable UUID record) {
        return Html.page("access/why", queries.why(record));
    }

    @GetMapping("/access/looked/{record}")
    Html looked(@PathVariable UUID record, @RequestParam(required = false) @Nullable Long before) {
        List<Look> looks = queries.looks(record, before);
        boolean more = looks.size() > LookedQueries.PAGE;
        List<Look> shown = more ? looks.subList(0, LookedQueries.PAGE) : looks;
        return Html.page(
                "access/looked",
                new LookedPage(record, shown, more ? shown.getLast().id() : null));
    }

    /** @param manage whether the actor's post opens or closes records to others */
    record WhyPage(
            UUID record, List<String> reasons, @Nullable Glass glass, boolean manage) {}

    /** @param next the last one shown, when there are older ones */
    record LookedPage(
            UUID record, List<Look> looks, @Nullable Long next) {}

    /** Somebody did something with the record. */
    record Look(
            long id,
            OffsetDateTime at,
            String action,
            @Nullable String reason,
            @Nullable String name,
            @Nullable String posts) {

        /** What was done, in a colleague's words. */
        String what() {
            return switch (action) {
                case "view" -> "opened it";
                case "add" -> "made it";
                case "change", "correct" -> "changed it";
                case "export" -> "took it out";
                case "deny" -> "tried, and was refused";
                case "break-glass" -> "emergency access";
                case "ask-why" -> "asked why they can see it";
                case "ask-who-looked" -> "opened this list";
                default -> action.replace('-', ' ');
            };
        }
    }
}
