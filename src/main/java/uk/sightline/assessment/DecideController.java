package uk.sightline.assessment;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.RuleBroken;

/** Deciding the level, and the manager's part in it. */
@Controller
@Needs(Action.ASSESS)
class DecideController {

    private final Deciding deciding;
    private final DecidePages pages;
    private final AssessmentPages sheets;

    DecideController(Deciding deciding, DecidePages pages, AssessmentPages sheets) {
        this.deciding = deciding;
        this.pages = pages;
        this.sheets = sheets;
    }

    @GetMapping("/assessments/{id}/decide")
    Html decide(@PathVariable UUID id) {
        return Html.page("assessment/decide", pages.decide(id, null, FieldErrors.none()));
    }

    @PostMapping("/assessments/{id}/decide")
    Object decided(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        DecideForm form = DecideForm.of(typed);
        FieldErrors errors = pages.errors(id, form);
        if (!errors.isEmpty()) {
            return Html.again("assessment/decide", pages.decide(id, form, errors));
        }
        try {
            deciding.decide(id, form);
        } catch (RuleBroken rule) {
            FieldErrors broken = FieldErrors.of(AssessmentController.field(rule, "main-content"), rule.says());
            return Html.again("assessment/decide", pages.decide(id, form, broken));
        }
        return "redirect:/assessments/" + id;
    }

    @PostMapping("/assessments/{id}/countersign")
    @Needs(Action.DECIDE_LEVEL)
    Object countersign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String note) {
        try {
            switch (decision) {
                case "countersign" -> deciding.countersign(id, version, note);
                case "give-back" -> deciding.giveBack(id, version, note);
                default -> throw new RuleBroken("decision", "Choose whether you countersign it or give it back");
            }
            return "redirect:/assessments/" + id;
        } catch (RuleBroken rule) {
            return Html.again("assessment/sheet", sheets.sheet(id, false, rule.says()));
        }
    }
}
