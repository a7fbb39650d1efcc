package uk.sightline.referrals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.RuleBroken;

/** A receiving team's list: what decisions have passed to it, taken and finished here. */
@Controller
@Needs
class PassedController {

    private final PassedQueries queries;
    private final RoutedWork work;
    private final Labels labels;

    PassedController(PassedQueries queries, RoutedWork work, Labels labels) {
        this.queries = queries;
        this.work = work;
        this.labels = labels;
    }

    @GetMapping("/referrals/passed")
    Html list() {
        return Html.page("referrals/passedList", new ListPage(queries.list(), labels));
    }

    @GetMapping("/referrals/passed/{id}")
    Html one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String done) {
        return Html.page("referrals/passed", page(id, Map.of(), FieldErrors.none(), done == null ? null : "Saved."));
    }

    @PostMapping("/referrals/passed/{id}/take")
    Object take(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        return then(id, typed, () -> work.take(id, DecisionForm.version(typed)));
    }

    @PostMapping("/referrals/passed/{id}/finish")
    Object finish(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        return then(
                id,
                typed,
                () -> work.finish(
                        id,
                        DecisionForm.version(typed),
                        typed.get("outcome"),
                        DecisionForm.text(typed.get("evidence")),
                        TriageController.late(typed)));
    }

    private Object then(UUID id, Map<String, String> typed, Runnable act) {
        try {
            act.run();
        } catch (RuleBroken rule) {
            String field = Optional.ofNullable(rule.field()).orElse("main-content");
            return Html.again("referrals/passed", page(id, typed, FieldErrors.of(field, rule.says()), null));
        }
        return "redirect:/referrals/passed/" + id + "?done=saved";
    }

    private ItemPage page(UUID id, Map<String, String> typed, FieldErrors errors, @Nullable String notice) {
        PassedQueries.Passed item = queries.one(id);
        return new ItemPage(item, queries.late(item), queries.mayFinish(item), labels, typed, errors, notice);
    }

    /** What waits for the actor's teams. */
    record ListPage(List<PassedQueries.Passed> items, Labels labels) {}

    /** One item. */
    record ItemPage(
            PassedQueries.Passed item,
            boolean late,
            boolean mayFinish,
            Labels labels,
            Map<String, String> typed,
            FieldErrors errors,
            @Nullable String notice) {}
}
