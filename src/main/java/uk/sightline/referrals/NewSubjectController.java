package uk.sightline.referrals;

import java.time.InstantSource;
import java.time.LocalDate;
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
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

/** Makes a record for a subject of a referral who has none. */
@Controller
@Needs(Action.CREATE_PERSON)
class NewSubjectController {

    private final TriageQueries queries;
    private final Identities identities;
    private final Labels labels;
    private final InstantSource time;

    NewSubjectController(TriageQueries queries, Identities identities, Labels labels, InstantSource time) {
        this.queries = queries;
        this.identities = identities;
        this.labels = labels;
        this.time = time;
    }

    @GetMapping("/front-door/{id}/subjects/{no}/new")
    Html form(@PathVariable UUID id, @PathVariable int no) {
        TriagePage page = queries.page(id, null, FieldErrors.none(), null);
        TriagePage.SubjectCard card = card(page, no);
        NewSubjectForm form =
                NewSubjectForm.from(card.said(), today(), page.sheet().version());
        return Html.page("referrals/newSubject", new NewSubjectPage(page, card, form, FieldErrors.none(), labels));
    }

    @PostMapping("/front-door/{id}/subjects/{no}/new")
    Object create(@PathVariable UUID id, @PathVariable int no, @RequestParam Map<String, String> typed) {
        NewSubjectForm form = NewSubjectForm.of(typed);
        TriagePage page = queries.page(id, null, FieldErrors.none(), null);
        TriagePage.SubjectCard card = card(page, no);
        FieldErrors errors = form.errors(today());
        if (!errors.isEmpty()) {
            return Html.again("referrals/newSubject", new NewSubjectPage(page, card, form, errors, labels));
        }
        try {
            identities.create(id, no, form.person(card.said(), page.sheet().reference(), today()), form.version());
        } catch (RuleBroken rule) {
            FieldErrors broken = FieldErrors.of("given", rule.says());
            return Html.again("referrals/newSubject", new NewSubjectPage(page, card, form, broken, labels));
        }
        return "redirect:/front-door/" + id + "?done=identified";
    }

    private LocalDate today() {
        return London.date(time.instant());
    }

    private static TriagePage.SubjectCard card(TriagePage page, int no) {
        return page.subjects().stream()
                .filter(card -> card.row().no() == no)
                .findFirst()
                .orElseThrow(NoSuchRecord::new);
    }

    /** The form beside what was sent. */
    record NewSubjectPage(
            TriagePage triage, TriagePage.SubjectCard card, NewSubjectForm form, FieldErrors errors, Labels labels) {}
}
