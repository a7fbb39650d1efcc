package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.sightline.marf.AssessmentSection.KEY;
import static uk.sightline.marf.AssessmentSection.KNOWS;
import static uk.sightline.marf.AssessmentSection.PARTIAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.reference.PracticePacks;
import uk.sightline.reference.Tool;
import uk.sightline.referrals.ReferralForm;
import uk.sightline.referrals.ReferralForm.Said;

/** A child's referral carries the assessment of exploitation, or says why it does not ([2.19]). */
class AssessmentTests {

    private static final Filling CHILD = Fill.wholeChild();
    private static final String DEBT = "assessment/D3";

    @ParameterizedTest
    @CsvSource({"child, true", "turning-18, true", "unborn, false", "adult, false"})
    void itIsAskedForOfAChildWhoIsBorn(String about, boolean asked) {
        assertThat(Sections.asked(Fill.about(about)))
                .satisfies(sections -> assertThat(sections.stream().anyMatch(section -> section == Sections.ASSESSMENT))
                        .isEqualTo(asked));
    }

    @Test
    void whoLeavesSomethingOutSaysWhy() {
        Filling silent = Fill.with(CHILD, KEY, PARTIAL, "");
        assertThat(Fill.errors(Sections.ASSESSMENT, silent, KNOWS, "D3").on(PARTIAL))
                .isNotNull();
        assertThat(Whole.missing(silent))
                .extracting(Whole.Missing::where, Whole.Missing::message)
                .containsOnlyOnce(
                        org.assertj.core.groups.Tuple.tuple("assessment#partial", AssessmentSection.WHY_PARTIAL));
        assertThat(Whole.missing(CHILD)).isEmpty();
    }

    @Test
    void anotherReasonNeedsWords() {
        FieldErrors wrong = Fill.errors(Sections.ASSESSMENT, CHILD, PARTIAL, "other");
        assertThat(wrong.on(AssessmentSection.PARTIAL_WORDS)).isNotNull();
        assertThat(Fill.errors(
                                Sections.ASSESSMENT,
                                CHILD,
                                PARTIAL,
                                "other",
                                AssessmentSection.PARTIAL_WORDS,
                                "Met them once")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aYesOrANoInEveryDomainMakesItWholeAndNotKnownDoesNot() {
        Filling whole = everywhere("no");
        assertThat(Whole.missing(whole)).isEmpty();
        assertThat(assessment(whole).partial()).isNull();
        assertThat(assessment(whole).answers()).hasSize(tool().domains().size());

        Filling unknown = everywhere("unknown");
        assertThat(Whole.missing(unknown))
                .extracting(Whole.Missing::message)
                .containsExactly(AssessmentSection.WHY_PARTIAL);
    }

    @Test
    void whoTicksEverythingIsAskedWhyOnlyAfterThePagesThatFollow() {
        Filling all = Fill.with(Fill.with(CHILD, KEY, PARTIAL, ""), KEY, KNOWS, String.join("|", keys()));
        assertThat(Sections.ASSESSMENT.errors(all.of(Sections.ASSESSMENT), all).isEmpty())
                .isTrue();
        assertThat(Sections.next(KEY, all)).contains("assessment/D1");
        assertThat(Whole.missing(all)).extracting(Whole.Missing::where).containsExactly("assessment#partial");
        for (String key : keys()) {
            all = Fill.with(all, "assessment/" + key, DomainSection.NOTE, "Nothing to say");
        }
        assertThat(Sections.ASSESSMENT.errors(all.of(Sections.ASSESSMENT), all).on(PARTIAL))
                .isNotNull();
    }

    @Test
    void aCallIsNeverHeldUpByIt() {
        Filling call = Fill.phone();
        assertThat(Sections.ASSESSMENT.asked(call)).isTrue();
        assertThat(Sections.ASSESSMENT.errors(Answers.NONE, call).isEmpty()).isTrue();
        assertThat(Whole.missing(call)).extracting(Whole.Missing::where).noneMatch(where -> where.startsWith(KEY));
        assertThat(Sections.next(SignsSection.KEY, call)).isPresent().get().isNotEqualTo(KEY);
        assertThat(ChildAssessment.read(call)).isNull();
    }

    @Test
    void whatWasTickedUnderSignsIsSuspectedUntilItIsAnswered() {
        Filling ticked = Fill.with(CHILD, SignsSection.KEY, "signs", "D3-04");
        assertThat(ChildAssessment.known(ticked)).containsExactly("D3");
        assertThat(assessment(ticked).answers()).containsExactly(new Said("D3.04", "yes-suspected", null));

        Filling answered = Fill.with(Fill.with(ticked, KEY, KNOWS, "D3"), DEBT, "D3.04", "yes-evidenced");
        assertThat(assessment(answered).answers()).containsExactly(new Said("D3.04", "yes-evidenced", null));
    }

    @Test
    void aSignThatTheToolDoesNotKnowIsLeftAlone() {
        Fill.PACK
                .codes(SignsSection.CODES)
                .codes()
                .forEach(sign -> assertThat(tool().indicator(ChildAssessment.indicator(sign)))
                        .as(sign.label())
                        .isPresent());
        Filling strange = Fill.with(CHILD, SignsSection.KEY, "signs", "D99-01");
        assertThat(assessment(strange).answers()).isEmpty();
    }

    @Test
    void aPlanToEndTheirLifeIsTheIndicatorThatCallsForHelpToday() {
        Filling ticked = Fill.with(CHILD, SignsSection.KEY, "signs", "D14-01");
        assertThat(assessment(ticked).answers()).containsExactly(new Said("D14.07", "yes-suspected", null));
        assertThat(tool().indicator("D14.07").orElseThrow().answerClass()).isEqualTo("W");
    }

    @Test
    void onlyTheSidesThatWereChosenAreAskedAndSent() {
        Filling filling = Fill.with(Fill.with(CHILD, DEBT, "D3.05", "no"), KEY, KNOWS, "D6");
        assertThat(Sections.find(DEBT, filling)).isEmpty();
        assertThat(Sections.find("assessment/D6", filling)).isPresent();
        assertThat(assessment(filling).answers()).isEmpty();
    }

    @Test
    void aDayIsKeptOfAYesAndIsNotInTheFuture() {
        Filling filling = Fill.with(CHILD, KEY, KNOWS, "D3");
        String[] day = {"D3.04.seen.day", "1", "D3.04.seen.month", "11", "D3.04.seen.year", "2026"};
        Filling yes = Fill.with(Fill.with(filling, DEBT, day), DEBT, "D3.04", "yes-evidenced");
        assertThat(assessment(yes).answers())
                .containsExactly(new Said("D3.04", "yes-evidenced", LocalDate.of(2026, 11, 1)));
        Filling no = Fill.with(yes, DEBT, "D3.04", "no");
        assertThat(assessment(no).answers()).containsExactly(new Said("D3.04", "no", null));
        assertThat(Sections.of(DEBT, yes).told(yes.draft().answers(DEBT), yes))
                .extracting(Field::name)
                .contains("D3.04.seen");
        assertThat(Sections.of(DEBT, no).told(no.draft().answers(DEBT), no))
                .extracting(Field::name)
                .doesNotContain("D3.04.seen");
        Filling later = Fill.with(yes, DEBT, "D3.04.seen.year", "2027");
        assertThat(errors(later).on("D3.04.seen")).isNotNull();
        assertThat(errors(Fill.with(no, DEBT, "D3.04.seen.year", "2027")).isEmpty())
                .isTrue();
    }

    @Test
    void forgedAnswersAreRefused() {
        assertThat(Fill.errors(Sections.ASSESSMENT, CHILD, KNOWS, "D3|<script>", PARTIAL, "one-side")
                        .on(KNOWS))
                .isNotNull();
        assertThat(Fill.errors(Sections.ASSESSMENT, CHILD, PARTIAL, "because").on(PARTIAL))
                .isNotNull();
        Filling forged = Fill.with(Fill.with(CHILD, KEY, KNOWS, "D3"), DEBT, "D3.04", "yes-indeed");
        assertThat(errors(forged).on("D3.04")).isNotNull();
        assertThat(Whole.missing(forged)).isNotEmpty();
    }

    @Test
    void withSiblingsItIsAboutTheFirst() {
        assertThat(ChildAssessment.first(CHILD)).isNull();
        Filling two = Fill.with(CHILD, PersonSection.KEY + "/" + UUID.randomUUID(), "name", "A brother");
        assertThat(ChildAssessment.first(two)).isEqualTo("Sample Child");
    }

    @Test
    void theFamilysCopyDoesNotHaveItAndOnesOwnDoes() {
        Filling filling = Fill.with(Fill.with(CHILD, KEY, KNOWS, "D3"), DEBT, "D3.04", "yes-evidenced");
        CheckPage page = CheckPage.of(filling, List.of(), false, Answers.NONE, FieldErrors.none());
        assertThat(titles(page.copied())).contains("What do you know?", "Relationships and coercion");
        assertThat(titles(page.forFamily()))
                .contains("What has happened")
                .doesNotContain("What do you know?", "Relationships and coercion", "Signs you know of");
    }

    @Test
    void aDraftGoesOnWithTheVersionItWasBegunWith(@TempDir Path folder) throws IOException {
        Filling begun = Fill.with(CHILD, KEY, KNOWS, "D3", "tool", "ceat-1", "toolVersion", "1.0");
        Filling fresh = Fill.with(CHILD, KEY, KNOWS, "D3");
        var changed = PracticePacks.load(withASecondVersion(folder));
        assertThat(assessment(in(changed, begun)).version()).isEqualTo("1.0");
        assertThat(assessment(in(changed, fresh)).version()).isEqualTo("2.0");
        Answers kept = Sections.ASSESSMENT.kept(Fill.answers(KNOWS, "D4"), in(changed, begun));
        assertThat(kept.text("toolVersion")).isEqualTo("1.0");
    }

    private static Filling in(uk.sightline.reference.PracticePack pack, Filling filling) {
        return new Filling(filling.draft(), pack, filling.today());
    }

    private static Path withASecondVersion(Path folder) throws IOException {
        Path source = Path.of("src/main/resources/packs/bradford");
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path file = folder.resolve("tool-ceat-1.yaml");
        String first = Files.readString(file);
        String second = first.substring(first.indexOf("  - key: ceat-1"))
                .replace("version: \"1.0\"", "version: \"2.0\"")
                .replace("    from: 2020-01-01", "    from: 2026-11-10");
        Files.writeString(
                file,
                first.replace("    from: 2020-01-01", "    from: 2020-01-01\n    until: 2026-11-09") + "\n" + second);
        return folder;
    }

    private static FieldErrors errors(Filling filling) {
        return Sections.errors(Sections.of(DEBT, filling), DEBT, filling);
    }

    private static Filling everywhere(String said) {
        Filling filling = Fill.with(Fill.with(CHILD, KEY, PARTIAL, ""), KEY, KNOWS, String.join("|", keys()));
        for (var domain : tool().domains()) {
            filling = Fill.with(
                    filling,
                    "assessment/" + domain.key(),
                    domain.indicators().getFirst().code(),
                    said);
        }
        return filling;
    }

    private static Tool tool() {
        return ChildAssessment.tool(CHILD).orElseThrow();
    }

    private static List<String> keys() {
        return tool().domains().stream().map(domain -> domain.key()).toList();
    }

    private static ReferralForm.Assessment assessment(Filling filling) {
        return Objects.requireNonNull(ChildAssessment.read(filling));
    }

    private static List<String> titles(List<CheckPage.Part> parts) {
        return parts.stream().map(CheckPage.Part::title).toList();
    }
}
