package uk.sightline.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/** Who works with somebody: choosing the lead professional and the hub co-worker. */
@Controller
@Needs(Action.ASSIGN)
class WorkersController {

    private final Cases cases;
    private final WorkersPages pages;

    WorkersController(Cases cases, WorkersPages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping("/cases/{person}/workers")
    Html choose(@PathVariable UUID person, @RequestParam(defaultValue = "") String team) {
        return Html.page("cases/workers", pages.of(person, team, Map.of(), FieldErrors.none()));
    }

    @PostMapping("/cases/{person}/workers/{role}")
    Object assign(
            @PathVariable UUID person,
            @PathVariable String role,
            @RequestParam int version,
            @RequestParam Map<String, String> typed) {
        Role given = role(role);
        return then(person, given, typed, () -> {
            UUID account = account(given, typed.getOrDefault("account", ""));
            cases.assign(person, given, account, typed.getOrDefault("reason", ""), version);
        });
    }

    @PostMapping("/cases/{person}/workers/{role}/end")
    Object end(@PathVariable UUID person, @PathVariable String role, @RequestParam Map<String, String> typed) {
        Role ended = role(role);
        return then(person, ended, typed, () -> cases.end(person, ended, typed.getOrDefault("why", "")));
    }

    private Object then(UUID person, Role role, Map<String, String> typed, Runnable act) {
        try {
            act.run();
        } catch (RuleBroken rule) {
            return Html.again("cases/workers", page(person, role, typed, CaseController.errors(rule, role.code())));
        } catch (StaleVersion stale) {
            FieldErrors errors = FieldErrors.of(
                    role.code(), "Someone else changed this while you had it open. Look at who it is now");
            return Html.page("cases/workers", page(person, role, typed, errors), HttpStatus.CONFLICT);
        }
        return "redirect:/cases/" + person + "?done=workers";
    }

    private WorkersPage page(UUID person, Role role, Map<String, String> typed, FieldErrors errors) {
        Map<String, String> shown = new HashMap<>(typed);
        shown.put("role", role.code());
        return pages.of(person, typed.getOrDefault("team", ""), shown, errors);
    }

    private static UUID account(Role role, String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException nobody) {
            throw new RuleBroken(role.code(), "Choose a colleague");
        }
    }

    private static Role role(String code) {
        return Role.of(code).orElseThrow(NoSuchRecord::new);
    }
}
