package uk.sightline.marf;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.CheckboxItem;
import uk.sightline.govuk.ErrorMessage;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.RadioItem;
import uk.sightline.govuk.SelectItem;
import uk.sightline.platform.Ids;
import uk.sightline.reference.Code;

/**
 * One page of the form as it is shown.
 *
 * @param key of the sheet
 * @param errors what was wrong when the person tried to go on; none when the page is opened
 * @param wording words to think about, on this page or on the one just left
 * @param elsewhere what was saved in another window, where it differs from what is typed here
 */
record SectionPage(
        Filling filling,
        Section section,
        String key,
        Answers answers,
        int version,
        FieldErrors errors,
        Prompts wording,
        List<Difference> elsewhere) {

    /** A field that two windows have answered differently. */
    record Difference(String label, String saved, String typed) {}

    /** Where words were found that could be others. */
    record Prompts(@Nullable String title, @Nullable String where, List<Wording> found) {
        static final Prompts NONE = new Prompts(null, null, List.of());
    }

    static SectionPage blank(Section section, Filling filling, Answers answers, FieldErrors errors) {
        return new SectionPage(filling, section, section.key(), answers, 0, errors, Prompts.NONE, List.of());
    }

    static List<Difference> differences(Section section, Filling filling, Answers saved, Answers typed) {
        return section.fields(filling).stream()
                .map(field -> new Difference(
                        field.label(), field.words(saved, filling.pack()), field.words(typed, filling.pack())))
                .filter(each -> !each.saved().equals(each.typed()))
                .toList();
    }

    /** What was typed here and is not saved, question by question. */
    String typedInWords() {
        return elsewhere.stream()
                .filter(each -> !each.typed().isEmpty())
                .map(each -> each.label() + ": " + each.typed())
                .collect(Collectors.joining("\n"));
    }

    String template() {
        return "marf/" + section.template();
    }

    Draft draft() {
        return filling.draft();
    }

    String home() {
        return "/marf/" + draft().id();
    }

    String action() {
        return home() + "/" + key;
    }

    /** Tells this opening of the page from others. */
    UUID window() {
        return Ids.next();
    }

    String value(String name) {
        return answers.raw(name);
    }

    @Nullable ErrorMessage error(String name) {
        return errors.on(name);
    }

    List<RadioItem> radios(String set) {
        return items(set, code -> RadioItem.of(code.code(), code.label()).hint(code.help()));
    }

    List<RadioItem> yesNo() {
        return List.of(RadioItem.of("yes", "Yes"), RadioItem.of("no", "No"));
    }

    List<CheckboxItem> ticks(String set) {
        return items(set, code -> CheckboxItem.of(code.code(), code.label()).hint(code.help()));
    }

    List<CheckboxItem> ticks(List<Code> codes) {
        return codes.stream()
                .map(code -> CheckboxItem.of(code.code(), code.label()).hint(code.help()))
                .toList();
    }

    List<CheckboxItem> tick(String words) {
        return List.of(CheckboxItem.of("yes", words));
    }

    List<SelectItem> options(String set) {
        List<SelectItem> items = new ArrayList<>(List.of(SelectItem.of("", "Choose")));
        items.addAll(items(set, code -> SelectItem.of(code.code(), code.label())));
        return items;
    }

    List<SelectItem> agencies() {
        List<SelectItem> items = new ArrayList<>(List.of(SelectItem.of("", "Choose")));
        filling.pack().agencies().forEach(agency -> items.add(SelectItem.of(agency.key(), agency.label())));
        return items;
    }

    /** The kinds of exploitation, each in plain words. */
    List<CheckboxItem> strands() {
        List<Code> words = filling.codes("marf-strand-words");
        return items(
                "strand",
                code -> CheckboxItem.of(code.code(), code.label())
                        .hint(words.stream()
                                .filter(each -> each.code().equals(code.code()))
                                .map(Code::label)
                                .findFirst()
                                .orElse(code.help())));
    }

    /** "None known" stands last, and clears the others. */
    List<CheckboxItem> disabilities() {
        List<CheckboxItem> items = new ArrayList<>();
        for (Code code : filling.codes("disability")) {
            CheckboxItem item = CheckboxItem.of(code.code(), code.label());
            items.add(
                    code.fact("excludes") == null ? items.size() : 0,
                    code.fact("excludes") == null ? item : item.exclusive());
        }
        return items;
    }

    /** What may be true besides; the worker's name is asked once it is said that there is one. */
    List<CheckboxItem> also(Content worker) {
        return filling.codes("marf-also").stream()
                .filter(code -> !(draft().phone() && code.code().equals(OpeningSection.PHONED)))
                .map(code -> also(code, worker))
                .toList();
    }

    private static CheckboxItem also(Code code, Content worker) {
        CheckboxItem item = CheckboxItem.of(code.code(), code.label()).hint(code.help());
        return code.code().equals(OpeningSection.WORKER) ? item.conditional(worker) : item;
    }

    List<CheckboxItem> abuse() {
        return ticks(ExploitationSection.abuse(filling));
    }

    List<CheckboxItem> signs() {
        return ticks(SignsSection.offered(filling));
    }

    List<RadioItem> levels() {
        return items(
                "level-of-need",
                code -> RadioItem.of(code.code(), "Level %s: %s".formatted(code.code(), code.label()))
                        .hint(code.help()));
    }

    /** Nobody on this page is not yet born. */
    List<RadioItem> sexes() {
        return filling.codes("sex").stream()
                .filter(code -> !code.code().equals("0"))
                .map(code -> RadioItem.of(code.code(), code.label()))
                .toList();
    }

    /** Questions that are folded away stand open once one of them has an answer or an error. */
    boolean open(String... names) {
        return Stream.of(names).anyMatch(name -> answers.has(name) || errors.on(name) != null);
    }

    /** Whether there is no draft yet. */
    boolean isNew() {
        return draft().sheets().isEmpty();
    }

    LevelRule proposed() {
        return LevelRule.propose(filling);
    }

    private <T> List<T> items(String set, Function<Code, T> item) {
        return filling.codes(set).stream().map(item).toList();
    }
}
