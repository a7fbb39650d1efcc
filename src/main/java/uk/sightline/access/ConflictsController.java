package uk.sightline.access;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;

/** Conflicts of interest: one's own, and those a manager keeps colleagues away for. */
@Controller
class ConflictsController {

    private final Conflicts conflicts;
    private final Access access;

    ConflictsController(Conflicts conflicts, Access access) {
        this.conflicts = conflicts;
        this.access = access;
    }

    @GetMapping("/access/exclusions/{person}")
    @Needs(Action.EXCLUDE)
    Html show(@PathVariable UUID person) {
        return Html.page("access/exclusions", page(person, "", "", FieldErrors.none()));
    }

    @PostMapping("/access/exclusions/{person}")
    @Needs(Action.EXCLUDE)
    Object keepAway(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String reason) {
        return Rules.orAgain(
                "/access/exclusions/" + person,
                "email",
                () -> conflicts.keepAway(person, email, reason),
                errors -> Html.again("access/exclusions", page(person, email, reason, errors)));
    }

    @PostMapping("/access/exclusions/{person}/end")
    @Needs(Action.EXCLUDE)
    String end(@PathVariable UUID person, @RequestParam UUID id) {
        conflicts.end(person, id);
        return "redirect:/access/exclusions/" + person;
    }

    @GetMapping("/access/conflict/{person}")
    @Needs
    Html own(@PathVariable UUID person) {
        access.require(Action.VIEW, person);
        return Html.page("access/conflict", new OwnPage(person, "", "", FieldErrors.none()));
    }

    @PostMapping("/access/conflict/{person}")
    @Needs
    Object declare(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String reason) {
        return Rules.orAgain(
                "/",
                "reason",
                () -> conflicts.declare(person, who.equals("me"), reason),
                errors -> Html.again("access/conflict", new OwnPage(person, who, reason, errors)));
    }

    private Page page(UUID person, String email, String reason, FieldErrors errors) {
        return new Page(person, conflicts.of(person), email, reason, errors);
    }

    record Page(UUID person, List<Conflicts.Conflict> conflicts, String email, String reason, FieldErrors errors) {}

    record OwnPage(UUID person, String who, String reason, FieldErrors errors) {}
}
