package uk.sightline.assessment;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** The assessments of a person, one of them, and what it proposes. */
@Controller
@Needs
class AssessmentController {

    private static final String INTERVIEW = "interview";

    private final Assessments assessments;
    private final FollowUps followUps;
    private final AssessmentPages pages;
    private final DecidePages decidePages;

    AssessmentController(Assessments assessments, FollowUps followUps, AssessmentPages pages, DecidePages decidePages) {
        this.assessments = assessments;
        this.followUps = followUps;
        this.pages = pages;
        this.decidePages = decidePages;
    }

    @GetMapping("/assessments/of/{person}")
    Html ofPerson(@PathVariable UUID person) {
        return Html.page("assessment/ofPerson", pages.ofPerson(person, "", "", FieldErrors.none()));
    }

    @PostMapping("/assessments/of/{person}")
    @Needs(Action.ASSESS)
    Object begin(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String tool,
            @RequestParam(defaultValue = "") String why) {
        try {
            return "redirect:/assessments/" + assessments.begin(person, tool, why);
        } catch (RuleBroken rule) {
            FieldErrors errors = FieldErrors.of(field(rule, "tool"), rule.says());
            return Html.again("assessment/ofPerson", pages.ofPerson(person, tool, why, errors));
        }
    }

    @GetMapping("/assessments/{id}")
    Html sheet(@PathVariable UUID id, @RequestParam(required = false) @Nullable String mode) {
        return Html.page("assessment/sheet", pages.sheet(id, INTERVIEW.equals(mode), null));
    }

    /** What it comes to now, for the side of a page that is being answered. */
    @GetMapping("/assessments/{id}/now")
    Html now(@PathVariable UUID id) {
        return Html.page("assessment/now", pages.sheet(id, false, null).result());
    }

    @GetMapping("/assessments/{id}/result")
    Html result(@PathVariable UUID id) {
        return Html.page("assessment/result", pages.sheet(id, false, null));
    }

    @GetMapping("/assessments/{id}/summary")
    Html summary(@PathVariable UUID id) {
        return Html.page("assessment/summary", decidePages.summary(id));
    }

    @PostMapping("/assessments/{id}/follow-up/{step}")
    @Needs(Action.ASSESS)
    Object followUp(@PathVariable UUID id, @PathVariable UUID step, @RequestParam Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        try {
            followUps.decide(
                    id,
                    step,
                    version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
                    typed.getOrDefault("decision", ""),
                    Objects.requireNonNullElse(typed.get("note"), "").replace("\0", ""));
            return "redirect:/assessments/" + id + "#steps";
        } catch (RuleBroken rule) {
            return Html.again("assessment/sheet", pages.sheet(id, false, rule.says()));
        }
    }

    @PostMapping("/assessments/{id}/withdraw")
    @Needs(Action.ASSESS)
    Object withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String why) {
        try {
            assessments.withdraw(id, version, why);
            return "redirect:/assessments/" + id;
        } catch (RuleBroken rule) {
            return Html.again("assessment/sheet", pages.sheet(id, false, rule.says()));
        }
    }

    static String field(RuleBroken rule, String otherwise) {
        return Optional.ofNullable(rule.field()).orElse(otherwise);
    }
}
