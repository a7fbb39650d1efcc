package uk.sightline.referrals;

import java.util.Map;
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
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

/** Triage: one referral on one screen, and everything that is done to it there except deciding. */
@Controller
@Needs(Action.DECIDE_REFERRAL)
class TriageController {

    private final TriageQueries queries;
    private final Assignments assignments;
    private final Identities identities;
    private final Notes notes;
    private final Answers answers;

    TriageController(
            TriageQueries queries, Assignments assignments, Identities identities, Notes notes, Answers answers) {
        this.queries = queries;
        this.assignments = assignments;
        this.identities = identities;
        this.notes = notes;
        this.answers = answers;
    }

    @GetMapping("/front-door/{id}")
    Html show(@PathVariable UUID id, @RequestParam(required = false) @Nullable String done) {
        return Html.page("referrals/triage", queries.page(id, null, FieldErrors.none(), notice(done)));
    }

    @PostMapping("/front-door/{id}/claim")
    Object claim(@PathVariable UUID id) {
        return then(id, "claimed", () -> assignments.claim(java.util.List.of(id)));
    }

    @PostMapping("/front-door/{id}/assign")
    @Needs(Action.ASSIGN)
    Object assign(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        return then(id, "assigned", () -> assignments.assign(id, chosen(typed, "owner"), DecisionForm.version(typed)));
    }

    /** Whoever hands a referral over may no longer see it, so this leads back to the list. */
    @PostMapping("/front-door/{id}/hand-over")
    Object handOver(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        return then(
                id,
                "/front-door",
                () -> assignments.handOver(
                        id, chosen(typed, "team"), DecisionForm.text(typed.get("why")), DecisionForm.version(typed)));
    }

    @PostMapping("/front-door/{id}/subjects/{no}/same")
    Object same(@PathVariable UUID id, @PathVariable int no, @RequestParam Map<String, String> typed) {
        return then(
                id,
                "identified",
                () -> identities.same(
                        id, no, person(typed), DecisionForm.text(typed.get("why")), DecisionForm.version(typed)));
    }

    @PostMapping("/front-door/{id}/subjects/{no}/doubt")
    Object doubt(@PathVariable UUID id, @PathVariable int no, @RequestParam Map<String, String> typed) {
        boolean unsure = "unsure".equals(typed.get("verdict"));
        return then(id, "noted", () -> identities.doubt(id, no, person(typed), unsure));
    }

    @PostMapping("/front-door/{id}/subjects/{no}/not-identifiable")
    Object notIdentifiable(@PathVariable UUID id, @PathVariable int no, @RequestParam Map<String, String> typed) {
        return then(
                id,
                "noted",
                () -> identities.notIdentifiable(
                        id, no, DecisionForm.text(typed.get("why")), DecisionForm.version(typed)));
    }

    @PostMapping("/front-door/{id}/subjects/{no}/undo")
    Object undo(@PathVariable UUID id, @PathVariable int no, @RequestParam Map<String, String> typed) {
        return then(id, "noted", () -> identities.undo(id, no, DecisionForm.version(typed)));
    }

    @PostMapping("/front-door/{id}/notes")
    Object note(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        boolean correction = "correction".equals(typed.get("kind"));
        return then(id, "noted", () -> notes.write(id, correction, DecisionForm.text(typed.get("body"))));
    }

    @PostMapping("/front-door/{id}/danger")
    Object danger(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        return then(
                id,
                "noted",
                () -> notes.danger(
                        id, DecisionForm.text(typed.get("log")), DecisionForm.text(typed.get("rungBy")), late(typed)));
    }

    @PostMapping("/front-door/{id}/approve-letter")
    @Needs(Action.APPROVE_LETTER)
    Object approve(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        return then(id, "approved", () -> answers.approve(id, DecisionForm.version(typed), late(typed)));
    }

    static Late late(Map<String, String> typed) {
        return new Late(typed.get("breachReason"), typed.get("breachWords"));
    }

    /** Does it and goes on; a broken rule is shown on the same page, with what was typed. */
    private Object then(UUID id, String done, Runnable act) {
        try {
            act.run();
        } catch (RuleBroken rule) {
            String field = Optional.ofNullable(rule.field()).orElse("main-content");
            return Html.again("referrals/triage", queries.page(id, null, FieldErrors.of(field, rule.says()), null));
        }
        return done.startsWith("/") ? "redirect:" + done : "redirect:/front-door/" + id + "?done=" + done;
    }

    private static UUID chosen(Map<String, String> typed, String field) {
        UUID id = DecisionForm.id(typed.get(field));
        if (id == null) {
            throw new RuleBroken(field, field.equals("team") ? "Choose a team" : "Choose a colleague");
        }
        return id;
    }

    private static UUID person(Map<String, String> typed) {
        UUID id = DecisionForm.id(typed.get("person"));
        if (id == null) {
            throw new NoSuchRecord();
        }
        return id;
    }

    private static @Nullable String notice(@Nullable String done) {
        return switch (done == null ? "" : done) {
            case "claimed" -> "This referral is yours.";
            case "assigned" -> "Assigned.";
            case "identified" -> "Saved who this is.";
            case "noted" -> "Saved.";
            case "approved" -> "The letter is approved and kept.";
            case "decided" -> "The decision is saved.";
            default -> null;
        };
    }
}
