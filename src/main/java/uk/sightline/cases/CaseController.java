package uk.sightline.cases;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import uk.sightline.platform.StaleVersion;

/** The work with somebody on exploitation: what it is, opening it and closing it. */
@Controller
@Needs(Action.DECIDE_LEVEL)
class CaseController {

    private final Cases cases;
    private final CasePages pages;
    private final CaseForms forms;

    CaseController(Cases cases, CasePages pages, CaseForms forms) {
        this.cases = cases;
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping("/cases/{person}")
    @Needs
    Html show(@PathVariable UUID person, @RequestParam(required = false) @Nullable String done) {
        return Html.page("cases/case", pages.of(person, notice(done)));
    }

    @GetMapping("/cases/{person}/open")
    Object openForm(@PathVariable UUID person) {
        CaseForm form = forms.opening(person, Map.of(), FieldErrors.none());
        return cases.isOpen(person) ? "redirect:/cases/" + person : Html.page("cases/open", form);
    }

    @PostMapping("/cases/{person}/open")
    Object open(@PathVariable UUID person, @RequestParam Map<String, String> typed) {
        try {
            cases.open(person, typed.getOrDefault("why", ""));
        } catch (RuleBroken rule) {
            return Html.again("cases/open", forms.opening(person, typed, errors(rule, "why")));
        }
        return "redirect:/cases/" + person + "?done=opened";
    }

    @GetMapping("/cases/{person}/close")
    Html closeForm(@PathVariable UUID person) {
        return Html.page("cases/close", forms.closing(person, Map.of(), FieldErrors.none()));
    }

    /** Whoever closes may see no more of it afterwards. */
    @PostMapping("/cases/{person}/close")
    Object close(@PathVariable UUID person, @RequestParam int version, @RequestParam Map<String, String> typed) {
        try {
            cases.close(person, typed.getOrDefault("closure", ""), typed.getOrDefault("why", ""), version);
        } catch (RuleBroken rule) {
            return Html.again("cases/close", forms.closing(person, typed, errors(rule, "closure")));
        } catch (StaleVersion stale) {
            FieldErrors errors = FieldErrors.of(
                    "why", "Something was decided while you had this open. Look at how things stand before you close");
            return Html.page("cases/close", forms.closing(person, typed, errors), HttpStatus.CONFLICT);
        }
        return "redirect:" + pages.after(person, "closed");
    }

    static FieldErrors errors(RuleBroken rule, String otherwise) {
        return FieldErrors.of(Objects.requireNonNullElse(rule.field(), otherwise), rule.says());
    }

    private static @Nullable String notice(@Nullable String done) {
        return switch (done == null ? "" : done) {
            case "opened" -> "Open to the hub.";
            case "closed" -> "Closed to the hub.";
            case "workers" -> "Saved who works with them.";
            default -> null;
        };
    }
}
