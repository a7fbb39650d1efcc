package uk.sightline.duplicates;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.people.Models;
import uk.sightline.platform.Html;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/** How well the model does, what the next would change, and which one is used: for those who may merge. */
@Controller
@Needs(Action.MERGE)
class ModelController {

    private static final String PAGE = "duplicates/model";

    private final Models models;
    private final ModelPages pages;

    ModelController(Models models, ModelPages pages) {
        this.models = models;
        this.pages = pages;
    }

    /** @param model which to look at, 0 for what is usual; none for the last that was proposed */
    @GetMapping("/duplicates/model")
    Html look(
            @RequestParam(required = false) @Nullable Integer model,
            @RequestParam(required = false) @Nullable String done) {
        return Html.page(PAGE, pages.page(model, "", FieldErrors.none(), done));
    }

    @PostMapping("/duplicates/model")
    Object use(@RequestParam int model, @RequestParam int version, @RequestParam(defaultValue = "") String why) {
        try {
            models.use(model, why.strip(), version);
        } catch (RuleBroken broken) {
            return Html.again(PAGE, pages.page(model, why, FieldErrors.of("why", broken.says()), null));
        } catch (StaleVersion stale) {
            FieldErrors errors = FieldErrors.of(
                    "why",
                    "Someone else has put a model in use while you had this page open. Nothing was overwritten: see below"
                            + " who and why, and send yours again if you still think so");
            return Html.page(PAGE, pages.page(model, why, errors, null), HttpStatus.CONFLICT);
        }
        return "redirect:/duplicates/model?model=" + model + "&done=used";
    }

    @PostMapping("/duplicates/model/estimate")
    String estimate() {
        models.ask();
        return "redirect:/duplicates/model?done=asked";
    }
}
