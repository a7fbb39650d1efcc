package uk.sightline.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.RuleBroken;

/** Closing a person, keeping the list, and opening again. */
@Controller
class SealsController {

    private final Seals seals;
    private final Unseals unseals;

    SealsController(Seals seals, Unseals unseals) {
        this.seals = seals;
        this.unseals = unseals;
    }

    @GetMapping("/access/seals/{person}")
    @Needs(Action.SEAL)
    Html show(@PathVariable UUID person) {
        return Html.page("access/seal", page(person, Form.blank(), FieldErrors.none()));
    }

    /** Closes, or seals what is restricted: then the form carries the version it saw. */
    @PostMapping("/access/seals/{person}")
    @Needs(Action.SEAL)
    Object close(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String ask,
            @RequestParam(required = false) @Nullable Integer version) {
        return Rules.orAgain(
                "/access/seals/" + person,
                "level",
                () -> {
                    if (version == null) {
                        seals.close(person, level, reason, ask);
                    } else {
                        seals.raise(person, version, reason, ask);
                    }
                },
                errors -> Html.again("access/seal", page(person, new Form(level, reason, ask, ""), errors)));
    }

    @PostMapping("/access/seals/{person}/list")
    @Needs(Action.SEAL)
    Object add(@PathVariable UUID person, @RequestParam(defaultValue = "") String email) {
        return Rules.orAgain(
                "/access/seals/" + person,
                "email",
                () -> seals.add(person, email),
                errors -> Html.again("access/seal", page(person, new Form("", "", "", email), errors)));
    }

    @PostMapping("/access/seals/{person}/unlist")
    @Needs(Action.SEAL)
    String remove(@PathVariable UUID person, @RequestParam UUID account) {
        seals.remove(person, account);
        return "redirect:/access/seals/" + person;
    }

    @PostMapping("/access/seals/{person}/propose-opening")
    @Needs(Action.SEAL)
    Object propose(@PathVariable UUID person, @RequestParam(defaultValue = "") String opening) {
        return Rules.orAgain(
                "/access/seals/" + person,
                "opening",
                () -> unseals.propose(person, opening),
                errors -> Html.again("access/seal", page(person, new Form("", opening, "", ""), errors)));
    }

    @GetMapping("/access/unseals")
    @Needs({Action.UNSEAL, Action.SEAL})
    Html proposals() {
        return Html.page("access/unseals", new Proposals(unseals.open(), FieldErrors.none()));
    }

    @PostMapping("/access/unseals/{id}")
    @Needs({Action.UNSEAL, Action.SEAL})
    Object decide(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String note) {
        try {
            unseals.decide(id, version, outcome.equals("confirm"), note);
            return "redirect:/access/unseals";
        } catch (RuleBroken broken) {
            FieldErrors errors = FieldErrors.of("note-" + id, broken.says());
            return Html.again("access/unseals", new Proposals(unseals.open(), errors));
        }
    }

    private Page page(UUID person, Form form, FieldErrors errors) {
        return new Page(person, seals.of(person), form, errors);
    }

    record Page(UUID person, Seals.Closing closing, Form form, FieldErrors errors) {}

    record Form(String level, String reason, String ask, String email) {
        static Form blank() {
            return new Form("", "", "", "");
        }
    }

    record Proposals(List<Unseals.Proposal> proposals, FieldErrors errors) {}
}
