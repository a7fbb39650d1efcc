package uk.sightline.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import uk.sightline.platform.RuleBroken;
import uk.sightline.reference.PracticePack;

/** The pages on which an assessment is answered: saved while they are typed, saved when they are left. */
@Controller
@Needs(Action.ASSESS)
class AnswerController {

    private static final String INTERVIEW = "interview";

    private final Answering answering;
    private final AnswerPages answerPages;
    private final AssessmentPages pages;
    private final Sheets sheets;
    private final PracticePack pack;
    private final InstantSource time;

    AnswerController(
            Answering answering,
            AnswerPages answerPages,
            AssessmentPages pages,
            Sheets sheets,
            PracticePack pack,
            InstantSource time) {
        this.answering = answering;
        this.answerPages = answerPages;
        this.pages = pages;
        this.sheets = sheets;
        this.pack = pack;
        this.time = time;
    }

    @GetMapping("/assessments/{id}/domain/{domain}")
    Html domain(
            @PathVariable UUID id, @PathVariable String domain, @RequestParam(required = false) @Nullable String mode) {
        return Html.page(
                "assessment/domain",
                answerPages.domain(id, domain, INTERVIEW.equals(mode), null, FieldErrors.none(), Set.of()));
    }

    /** Saves in the background; 409 when a colleague changed the same answer meanwhile, 410 once it is decided. */
    @PostMapping(path = "/assessments/{id}/domain/{domain}", headers = "X-Autosave")
    ResponseEntity<Map<String, Object>> autosave(
            @PathVariable UUID id, @PathVariable String domain, HttpServletRequest request) {
        return autosaved(() -> answering.domain(id, form(id, domain, request)));
    }

    @PostMapping(path = "/assessments/{id}/domain/{domain}", headers = "!X-Autosave")
    Object leaveDomain(
            @PathVariable UUID id,
            @PathVariable String domain,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String then,
            HttpServletRequest request) {
        DomainForm form = form(id, domain, request);
        boolean interview = INTERVIEW.equals(mode);
        FieldErrors errors = form.errors(today(), pack.codes("assessment-source"));
        if (!errors.isEmpty()) {
            return Html.again("assessment/domain", answerPages.domain(id, domain, interview, form, errors, Set.of()));
        }
        Set<String> behind = answering.domain(id, form);
        DomainPage page = answerPages.domain(id, domain, interview, behind.isEmpty() ? null : form, errors, behind);
        if (!behind.isEmpty()) {
            return Html.page("assessment/domain", page, HttpStatus.CONFLICT);
        }
        String next = page.last();
        return "redirect:"
                + (then == null && next != null
                        ? page.frame().page("domain/" + next)
                        : page.frame().home());
    }

    @GetMapping("/assessments/{id}/questions/{prompt}")
    Html prompt(
            @PathVariable UUID id, @PathVariable String prompt, @RequestParam(required = false) @Nullable String mode) {
        return Html.page(
                "assessment/prompt",
                answerPages.prompt(id, prompt, INTERVIEW.equals(mode), null, FieldErrors.none(), Set.of()));
    }

    @PostMapping(path = "/assessments/{id}/questions/{prompt}", headers = "X-Autosave")
    ResponseEntity<Map<String, Object>> autosavePrompt(
            @PathVariable UUID id, @PathVariable String prompt, HttpServletRequest request) {
        return autosaved(() -> answering.prompt(id, replies(id, prompt, request)));
    }

    @PostMapping(path = "/assessments/{id}/questions/{prompt}", headers = "!X-Autosave")
    Object leavePrompt(
            @PathVariable UUID id,
            @PathVariable String prompt,
            @RequestParam(required = false) @Nullable String mode,
            HttpServletRequest request) {
        PromptForm form = replies(id, prompt, request);
        boolean interview = INTERVIEW.equals(mode);
        FieldErrors errors = form.errors(pack);
        if (!errors.isEmpty()) {
            return Html.again("assessment/prompt", answerPages.prompt(id, prompt, interview, form, errors, Set.of()));
        }
        Set<String> behind = answering.prompt(id, form);
        if (!behind.isEmpty()) {
            return Html.page(
                    "assessment/prompt",
                    answerPages.prompt(id, prompt, interview, form, errors, behind),
                    HttpStatus.CONFLICT);
        }
        return "redirect:/assessments/" + id + (interview ? "?mode=interview" : "");
    }

    @GetMapping("/assessments/{id}/about")
    Html about(@PathVariable UUID id, @RequestParam(required = false) @Nullable String mode) {
        Sheet sheet = pages.look(id);
        return Html.page(
                "assessment/about",
                about(sheet, INTERVIEW.equals(mode), AboutForm.of(sheet.row()), FieldErrors.none()));
    }

    @PostMapping("/assessments/{id}/about")
    Object leaveAbout(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam Map<String, String> typed) {
        AboutForm form = AboutForm.of(typed);
        boolean interview = INTERVIEW.equals(mode);
        FieldErrors errors = form.errors(pack.codes("assessment-why"), today());
        if (!errors.isEmpty()) {
            return Html.again("assessment/about", about(pages.look(id), interview, form, errors));
        }
        try {
            answering.about(id, form);
        } catch (RuleBroken rule) {
            FieldErrors broken = FieldErrors.of("main-content", rule.says());
            return Html.again("assessment/about", about(pages.look(id), interview, form, broken));
        }
        return "redirect:/assessments/" + id + (interview ? "?mode=interview" : "");
    }

    private AboutPage about(Sheet sheet, boolean interview, AboutForm form, FieldErrors errors) {
        return new AboutPage(
                pages.frame(sheet, interview), pack.codes("assessment-why").codes(), form, errors);
    }

    private ResponseEntity<Map<String, Object>> autosaved(java.util.function.Supplier<Set<String>> save) {
        try {
            boolean all = save.get().isEmpty();
            return all
                    ? ResponseEntity.ok(Map.of("saved", London.clock(time.instant())))
                    : ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of());
        } catch (RuleBroken decided) {
            return ResponseEntity.status(HttpStatus.GONE).body(Map.of());
        }
    }

    private DomainForm form(UUID id, String domain, HttpServletRequest request) {
        Sheet sheet = sheets.of(id);
        return DomainForm.of(sheet.tool(), AnswerPages.domain(sheet, domain), request.getParameterMap());
    }

    private PromptForm replies(UUID id, String prompt, HttpServletRequest request) {
        return PromptForm.of(AnswerPages.prompt(sheets.of(id), prompt), request.getParameterMap());
    }

    private LocalDate today() {
        return London.date(time.instant());
    }
}
