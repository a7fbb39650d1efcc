package uk.sightline.assessment;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.assessment.DomainPage.Behind;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.SelectItem;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.reference.Indicator;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Prompt;
import uk.sightline.reference.Tool;
import uk.sightline.reference.ToolDomain;

/** Puts together the pages that are answered: what is asked, what is on the record, and what was typed. */
@Component
@Transactional
class AnswerPages {

    private final AssessmentPages pages;
    private final Results results;
    private final PracticePack pack;

    AnswerPages(AssessmentPages pages, Results results, PracticePack pack) {
        this.pages = pages;
        this.results = results;
        this.pack = pack;
    }

    /** @throws NoSuchRecord when the tool has no such domain */
    static ToolDomain domain(Sheet sheet, String key) {
        return sheet.tool().domain(key).orElseThrow(NoSuchRecord::new);
    }

    /** @throws NoSuchRecord when the tool has no such group of questions */
    static Prompt prompt(Sheet sheet, String key) {
        return sheet.tool().prompts().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(NoSuchRecord::new);
    }

    /**
     * A domain's page.
     *
     * @param form as typed; null: as it stands on the record
     * @param behind what a colleague changed meanwhile
     */
    DomainPage domain(
            UUID id,
            String key,
            boolean interview,
            @Nullable DomainForm typed,
            FieldErrors errors,
            Set<String> behind) {
        Sheet sheet = pages.look(id);
        ToolDomain domain = domain(sheet, key);
        DomainForm stored = DomainForm.of(sheet, domain);
        DomainForm form = typed == null ? stored : typed;
        return new DomainPage(
                pages.frame(sheet, interview),
                domain,
                domain.indicators().stream()
                        .map(each -> asked(sheet, each, form, stored, behind))
                        .toList(),
                sheet.tool().scale() == Tool.Scale.JUDGEMENT,
                sheet.tool().classes().stream()
                        .map(each -> SelectItem.of(each.key(), each.label()))
                        .toList(),
                sources(),
                form.value(DomainForm.ANALYSIS),
                was(form, stored, DomainForm.ANALYSIS, behind),
                form.protective(),
                sheet.weighing().domains().get(key) == Tool.Rating.HIGH,
                errors,
                behind.stream().map(each -> behind(sheet, each, form, stored)).toList(),
                next(sheet, domain),
                results.of(sheet));
    }

    private DomainPage.Asked asked(
            Sheet sheet, Indicator indicator, DomainForm form, DomainForm stored, Set<String> behind) {
        String code = indicator.code();
        Answered answer = sheet.answers().get(code);
        return new DomainPage.Asked(
                code,
                indicator.text(),
                indicator.help(),
                form.value(code),
                form.seen(code),
                !form.value(code + ".earlier").isEmpty(),
                form.value(code + ".source"),
                form.value(code + ".note"),
                was(form, stored, code, behind),
                answer == null ? null : known(answer));
    }

    /** Who sees both and saves again has decided: the page then begins with the colleague's. */
    private static String was(DomainForm form, DomainForm stored, String field, Set<String> behind) {
        return behind.contains(field) ? stored.value(field + ".was") : form.value(field + ".was");
    }

    private String known(Answered answer) {
        return answer.takenFrom() == null
                ? "%s, %s".formatted(pages.name(answer.by()), London.shortDayAndTime(answer.at()))
                : "Taken over from %s. Still so?".formatted(answer.takenFrom());
    }

    private Behind behind(Sheet sheet, String field, DomainForm form, DomainForm stored) {
        if (field.equals(DomainForm.ANALYSIS)) {
            return new Behind("What you make of this", stored.value(field), form.value(field));
        }
        Answered theirs = Objects.requireNonNull(sheet.answers().get(field));
        return new Behind(
                sheet.tool().indicator(field).map(Indicator::text).orElse(field),
                "%s (%s, %s)".formatted(said(sheet, stored, field), pages.name(theirs.by()), London.clock(theirs.at())),
                said(sheet, form, field));
    }

    private static String said(Sheet sheet, DomainForm form, String code) {
        String value = form.value(code);
        String words = uk.sightline.levels.Said.of(value)
                .map(Words::said)
                .orElseGet(() -> Results.classes(sheet).getOrDefault(value, value));
        String note = form.value(code + ".note");
        return note.isEmpty() ? words : words + ": " + note;
    }

    private List<SelectItem> sources() {
        List<SelectItem> items = new java.util.ArrayList<>();
        items.add(SelectItem.of("", "Choose"));
        pack.codes("assessment-source").codes().forEach(code -> items.add(SelectItem.of(code.code(), code.label())));
        return items;
    }

    private static @Nullable String next(Sheet sheet, ToolDomain domain) {
        List<ToolDomain> domains = sheet.tool().domains();
        int at = domains.indexOf(domain);
        return at + 1 < domains.size() ? domains.get(at + 1).key() : null;
    }

    PromptPage prompt(
            UUID id,
            String key,
            boolean interview,
            @Nullable PromptForm typed,
            FieldErrors errors,
            Set<String> behind) {
        Sheet sheet = pages.look(id);
        Prompt prompt = prompt(sheet, key);
        PromptForm stored = PromptForm.of(sheet, prompt);
        PromptForm form = typed == null ? stored : typed;
        String when = prompt.requiredWhen();
        return new PromptPage(
                pages.frame(sheet, interview),
                prompt,
                prompt.questions().stream()
                        .map(each -> asked(sheet, prompt, each, form, stored, behind))
                        .toList(),
                when != null && sheet.around().facts().contains(when),
                errors,
                behind.stream()
                        .map(each -> new Behind(
                                question(prompt, each),
                                String.join(", ", stored.values(each)),
                                String.join(", ", form.values(each))))
                        .toList());
    }

    private PromptPage.Asked asked(
            Sheet sheet,
            Prompt prompt,
            Prompt.Question question,
            PromptForm form,
            PromptForm stored,
            Set<String> behind) {
        String set = question.set();
        return new PromptPage.Asked(
                question,
                form.value(question.key()),
                form.values(question.key()),
                set == null
                        ? List.of()
                        : pack.codes(set).codes().stream()
                                .map(code -> SelectItem.of(code.code(), code.label()))
                                .toList(),
                behind.contains(question.key())
                        ? stored.value(question.key() + ".was")
                        : form.value(question.key() + ".was"),
                sheet.reply(prompt.key(), question.key())
                        .map(reply -> reply.takenFrom() == null
                                ? "%s, %s".formatted(pages.name(reply.by()), London.shortDayAndTime(reply.at()))
                                : "Taken over from %s. Still so?".formatted(reply.takenFrom()))
                        .orElse(null));
    }

    private static String question(Prompt prompt, String key) {
        return prompt.questions().stream()
                .filter(each -> each.key().equals(key))
                .map(Prompt.Question::text)
                .findFirst()
                .orElse(key);
    }
}
