package uk.sightline.referrals;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.RuleBroken;

/** Decide and tell: the decision is looked over with the answer that goes with it, then both are saved at once. */
@Controller
@Needs(Action.DECIDE_REFERRAL)
class DecisionController {

    private final TriageQueries queries;
    private final Decisions decisions;
    private final Outcomes outcomes;
    private final Colleagues colleagues;

    DecisionController(TriageQueries queries, Decisions decisions, Outcomes outcomes, Colleagues colleagues) {
        this.queries = queries;
        this.decisions = decisions;
        this.outcomes = outcomes;
        this.colleagues = colleagues;
    }

    /** The decision was typed: checks it and offers the answer. Nothing is saved yet. */
    @PostMapping("/front-door/{id}/decide")
    Html decide(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        DecisionForm form = DecisionForm.of(typed);
        TriagePage page = queries.page(id, form, FieldErrors.none(), null);
        FieldErrors errors = errors(page, form);
        return errors.isEmpty()
                ? Html.page("referrals/tell", page.with(offered(page, form), FieldErrors.none()))
                : Html.again("referrals/triage", page.with(form, errors));
    }

    @PostMapping("/front-door/{id}/tell")
    Object tell(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        DecisionForm form = DecisionForm.of(typed);
        TriagePage page = queries.page(id, form, FieldErrors.none(), null);
        FieldErrors wrong = errors(page, form);
        if (!wrong.isEmpty()) {
            return Html.again("referrals/triage", page.with(form, wrong));
        }
        FieldErrors errors = form.answerErrors();
        if (!errors.isEmpty()) {
            return Html.again("referrals/tell", page.with(form, errors));
        }
        try {
            decisions.decideAndTell(id, form);
        } catch (RuleBroken rule) {
            String field = Optional.ofNullable(rule.field()).orElse("main-content");
            String template = field.equals("how") ? "referrals/tell" : "referrals/triage";
            return Html.again(template, page.with(form, FieldErrors.of(field, rule.says())));
        }
        return "redirect:/front-door/" + id + "?done=decided";
    }

    private static FieldErrors errors(TriagePage page, DecisionForm form) {
        if (!page.decidable() && !page.revisable()) {
            return FieldErrors.of(
                    "outcome", ReferralAction.DECIDE.refusal(page.sheet().state()));
        }
        return form.decisionErrors(
                page.sheet().theirLevel(), page.late(), page.sheet().outcome() != null);
    }

    private DecisionForm offered(TriagePage page, DecisionForm form) {
        Colleagues.Team team = colleagues.team(page.sheet().team()).orElseThrow();
        String outcome = DecisionForm.text(form.outcome());
        String text = AnswerTexts.of(
                outcome,
                page.sheet().reference(),
                next(page, form, outcome),
                team.label(),
                team.phone() == null ? "its number" : team.phone());
        return form.answering(how(page).code(), text);
    }

    private @Nullable String next(TriagePage page, DecisionForm form, String outcome) {
        Outcomes.Outcome chosen = outcomes.chosen(outcome, page.form().opening().about());
        return Optional.ofNullable(form.team())
                .flatMap(colleagues::team)
                .map(Colleagues.Team::label)
                .or(() -> chosen.teams().stream().findFirst().map(team -> team.label()))
                .orElse(null);
    }

    private static AnswerRoute how(TriagePage page) {
        ReferralForm.Referrer referrer = page.form().referrer();
        if (page.sheet().referrer() != null) {
            return AnswerRoute.PORTAL;
        }
        return referrer.phone() == null || referrer.phone().isBlank() ? AnswerRoute.NOT_POSSIBLE : AnswerRoute.PHONE;
    }
}
