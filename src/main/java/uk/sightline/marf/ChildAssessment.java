package uk.sightline.marf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.reference.Code;
import uk.sightline.reference.Tool;
import uk.sightline.reference.ToolDomain;
import uk.sightline.referrals.ReferralForm;
import uk.sightline.referrals.ReferralForm.Assessment;

/**
 * The assessment of exploitation that goes with a child's referral ([2.19]; PRACTICE §1.1 block I): by which tool it is
 * answered, and what has been said so far. Nothing is weighed here: the referrer sees neither score nor level.
 */
final class ChildAssessment {

    private static final String TOOL = "tool";
    private static final String VERSION = "toolVersion";

    private ChildAssessment() {}

    /** The tool the draft was begun with, as long as the pack has it; else the one in use today. */
    static Optional<Tool> tool(Filling filling) {
        Answers begun = filling.draft().answers(AssessmentSection.KEY);
        return filling.pack().tools().stream()
                .filter(tool -> begun.says(TOOL, tool.key()) && begun.says(VERSION, tool.version()))
                .findFirst()
                .or(() -> inUse(filling));
    }

    /** A tool whose answers are the practitioner's own judgement is nothing for a referrer. */
    private static Optional<Tool> inUse(Filling filling) {
        return filling.pack().tools(filling.today()).stream()
                .filter(tool -> tool.subject() == Tool.Subject.CHILD && tool.scale() == Tool.Scale.CERTAINTY)
                .findFirst();
    }

    /** What is typed, with the tool that it answers: a tool that changes later leaves it as it is. */
    static Answers begun(Answers typed, Filling filling) {
        Optional<Tool> tool = tool(filling);
        return typed.with(TOOL, tool.map(Tool::key).orElse(null))
                .with(VERSION, tool.map(Tool::version).orElse(null));
    }

    /** Codes of the indicators whose sign was ticked. */
    static Set<String> fromSigns(Filling filling) {
        return SignsSection.ticked(filling).map(ChildAssessment::indicator).collect(Collectors.toSet());
    }

    /** The sign D1-03 is the indicator D1.03, unless the pack names another. */
    static String indicator(Code sign) {
        return Objects.requireNonNullElse(sign.fact("indicator"), sign.code().replace('-', '.'));
    }

    /** The first on the form, whom the assessment is about, where there are others; else null. */
    static @Nullable String first(Filling filling) {
        List<String> people = filling.draft().entries(PersonSection.KEY);
        return people.size() < 2
                ? null
                : filling.draft().answers(people.getFirst()).given("name").orElse("the first person");
    }

    /** Whether of every side of life something is known, be it that nothing is the matter. */
    static boolean isWhole(Filling filling) {
        return sides(filling).allMatch(side -> side.knowsSomething(filling));
    }

    static Stream<DomainSection> sides(Filling filling) {
        return tool(filling).stream()
                .flatMap(tool -> tool.domains().stream().map(domain -> new DomainSection(tool, domain)));
    }

    /** As it is sent; null where it is not asked for, and for a call in which nobody spoke of it. */
    static @Nullable Assessment read(Filling filling) {
        Tool tool = tool(filling).orElse(null);
        if (tool == null || !Sections.ASSESSMENT.asked(filling)) {
            return null;
        }
        List<ReferralForm.Said> said = new ArrayList<>();
        List<ReferralForm.DomainNote> notes = new ArrayList<>();
        sides(filling).forEach(side -> {
            said.addAll(said(side, filling));
            note(side, filling).ifPresent(notes::add);
        });
        Answers page = filling.of(Sections.ASSESSMENT);
        boolean whole = isWhole(filling);
        Assessment read = new Assessment(
                tool.key(),
                tool.version(),
                said,
                notes,
                whole ? null : page.orNull(AssessmentSection.PARTIAL),
                whole || !AssessmentSection.other(page) ? null : page.orNull(AssessmentSection.PARTIAL_WORDS));
        return read.isNothing() ? null : read;
    }

    private static List<ReferralForm.Said> said(DomainSection side, Filling filling) {
        Answers answers = side.said(filling);
        return side.domain().indicators().stream()
                .filter(indicator -> answers.has(indicator.code()))
                .map(indicator -> new ReferralForm.Said(
                        indicator.code(), answers.text(indicator.code()), seen(answers, indicator.code())))
                .toList();
    }

    private static @Nullable LocalDate seen(Answers answers, String code) {
        return DomainSection.isYes(answers.text(code))
                ? answers.date(code + DomainSection.SEEN).date().orElse(null)
                : null;
    }

    private static Optional<ReferralForm.DomainNote> note(DomainSection side, Filling filling) {
        return side.said(filling)
                .given(DomainSection.NOTE)
                .map(text -> new ReferralForm.DomainNote(side.domain().key(), text));
    }

    /** Keys of the domains in which a sign was ticked. */
    static Set<String> known(Filling filling) {
        Set<String> signs = fromSigns(filling);
        return sides(filling)
                .map(DomainSection::domain)
                .filter(domain -> domain.indicators().stream().anyMatch(each -> signs.contains(each.code())))
                .map(ToolDomain::key)
                .collect(Collectors.toSet());
    }
}
