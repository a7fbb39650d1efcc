package uk.sightline.marf;

import gg.jte.Content;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.sightline.govuk.CheckboxItem;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.RadioItem;

/**
 * The first page of the assessment: of which sides of the child's life something is known. Only those are asked after it;
 * who leaves something out says why (PRACTICE §15, row 2.19).
 */
final class AssessmentSection implements Section {

    static final String KEY = "assessment";
    static final String KNOWS = "knows";
    static final String PARTIAL = "partial";
    static final String PARTIAL_WORDS = "partialWords";
    static final String WHY_PARTIAL = "Say why the assessment of exploitation is not whole, or answer the rest of it";

    private static final String CODES = "marf-assessment-partial";
    private static final String OTHER = "other";
    private static final List<String> CHILDREN = List.of("child", "turning-18");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "What do you know?";
    }

    @Override
    public boolean asked(Filling filling) {
        return CHILDREN.contains(filling.draft().about())
                && ChildAssessment.tool(filling).isPresent();
    }

    /** What a caller did not say the front door completes. */
    @Override
    public boolean optional(Filling filling) {
        return filling.draft().phone();
    }

    @Override
    public List<Field> fields(Filling filling) {
        return List.of(
                Field.option(KNOWS, "I know something about", labels(filling)),
                Field.choice(PARTIAL, "Why the assessment is not whole", CODES),
                Field.text(PARTIAL_WORDS, "Why, in your own words"));
    }

    private static Map<String, String> labels(Filling filling) {
        Map<String, String> labels = new LinkedHashMap<>();
        ChildAssessment.sides(filling).forEach(side -> labels.put(side.domain().key(), side.title()));
        return labels;
    }

    @Override
    public Answers kept(Answers typed, Filling filling) {
        return ChildAssessment.begun(typed, filling);
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (!optional(filling) && !ChildAssessment.isWhole(filling) && isPartial(answers, filling)) {
            if (!answers.has(PARTIAL)) {
                wrong.add(PARTIAL, WHY_PARTIAL);
            } else if (other(answers) && !answers.has(PARTIAL_WORDS)) {
                wrong.add(PARTIAL_WORDS, "Say in a few words why the assessment is not whole");
            }
        }
    }

    /** Something is left out; not so while pages that were chosen are still to come. */
    private boolean isPartial(Answers answers, Filling filling) {
        boolean all = labels(filling).keySet().stream().allMatch(key -> answers.says(KNOWS, key));
        return !all
                || answers.has(PARTIAL)
                || sides(filling)
                        .allMatch(side -> filling.draft().sheet(side.key()).done());
    }

    /** Whether it is neither whole nor is it said why not. */
    boolean isOpen(Filling filling) {
        return asked(filling)
                && !optional(filling)
                && !ChildAssessment.isWhole(filling)
                && !filling.of(this).has(PARTIAL);
    }

    static boolean other(Answers answers) {
        return answers.says(PARTIAL, OTHER);
    }

    /** The pages that follow it, of which only those are asked that were chosen here. */
    Stream<DomainSection> sides(Filling filling) {
        return ChildAssessment.sides(filling);
    }

    /** The sides of life to tick. Until it was answered, those are ticked that the signs speak of. */
    static List<CheckboxItem> items(Filling filling) {
        return labels(filling).entrySet().stream()
                .map(each -> CheckboxItem.of(each.getKey(), each.getValue()))
                .toList();
    }

    /** Why it is not whole; the last reason asks for words. */
    static List<RadioItem> reasons(SectionPage page, Content words) {
        return page.radios(CODES).stream()
                .map(item -> OTHER.equals(item.value()) ? item.conditional(words) : item)
                .toList();
    }

    static Collection<String> ticked(SectionPage page) {
        return page.version() == 0
                ? ChildAssessment.known(page.filling())
                : page.answers().all(KNOWS);
    }
}
