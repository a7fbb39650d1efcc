package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.referrals.ReferralForm;

class SectionsTests {

    private static final Filling CHILD = Fill.about("child");
    private static final Filling ADULT = Fill.about("adult");

    @Test
    void aWholeFormMissesNothing() {
        assertThat(Whole.missing(Fill.wholeChild())).isEmpty();
    }

    @Test
    void anEmptyFormSaysEveryPageThatIsMissing() {
        assertThat(Whole.missing(CHILD))
                .extracting(Whole.Missing::title)
                .contains(
                        "Who is worried",
                        "Who it is about",
                        "What has happened",
                        "What you are worried about",
                        "Kinds of exploitation",
                        "Level of need",
                        "Consent and who knows");
    }

    @Test
    void factsWorryAndTheirOwnWordsStayApart() {
        ReferralForm form = Whole.read(Fill.wholeChild(), Answers.NONE, List.of());
        assertThat(form.concern().facts()).isEqualTo("Picked up at the gate.");
        assertThat(form.concern().ownWords()).isEqualTo("It is nothing.");
        assertThat(form.concern().worryIfNothingDone()).isEqualTo("Taken further away.");
        assertThat(form.concern().whenAndWhere()).isEqualTo("When: Tuesday\nWhere: School gate");
    }

    @Test
    void aSubjectKeepsWhatWasWrittenAndWhatWasUnderstood() {
        ReferralForm.Subject subject = Whole.read(Fill.wholeChild(), Answers.NONE, List.of())
                .subjects()
                .getFirst();
        assertThat(subject.birth()).isEqualTo("27 3 2012");
        assertThat(subject.born()).isEqualTo("2012-03-27");
        assertThat(subject.postcode()).isEqualTo("BD1 1AA");
        assertThat(Fill.ONE).endsWith(subject.id().toString());
    }

    @Test
    void anAgeIsAnEstimateAndTheYoungestTheyCanBe() {
        Filling filling = Fill.with(Fill.wholeChild(), Fill.ONE, "birth", "13 to 15");
        ReferralForm.Subject subject =
                Whole.read(filling, Answers.NONE, List.of()).subjects().getFirst();
        assertThat(subject.born()).isNull();
        assertThat(subject.ageEstimate()).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 2 2012", "2 13 2012", "1 1 2090", "1 1 1800", "banana"})
    void anImpossibleBirthDateIsRefusedWithWhatToDo(String typed) {
        assertThat(Fill.errors(Sections.PEOPLE, CHILD, "birth", typed).on("birth"))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"27 3 2012", "March 2012", "2012", "14", "about 14", "not known"})
    void aBirthDateIsTakenInAnyForm(String typed) {
        assertThat(Fill.errors(Sections.PEOPLE, CHILD, "birth", typed).on("birth"))
                .isNull();
    }

    @Test
    void anUnbornChildHasAnExpectedDateAndNoAge() {
        Filling unborn = Fill.about("unborn");
        FieldErrors wrong = Fill.errors(
                Sections.PEOPLE, unborn, "due.day", "1", "due.month", "3", "due.year", "2027", "name", "Unborn of S");
        assertThat(wrong.on("due")).isNull();
        assertThat(wrong.on("birth")).isNull();
        assertThat(wrong.on("disabilities")).isNull();
        assertThat(Fill.errors(Sections.PEOPLE, unborn, "due.day", "1", "due.month", "3", "due.year", "2029")
                        .on("due"))
                .isNotNull();
    }

    @Test
    void aDisabilityAsksHowItAffectsKeepingSafe() {
        assertThat(Fill.errors(Sections.PEOPLE, CHILD, "disabilities", "AUT").on("impact"))
                .isNotNull();
        assertThat(Fill.errors(Sections.PEOPLE, CHILD, "disabilities", "NONE").on("impact"))
                .isNull();
        assertThat(Fill.errors(Sections.PEOPLE, CHILD, "disabilities", "AUT|NONE")
                        .on("disabilities"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"nhs, 123", "upn, X12", "postcode, SW1"})
    void aNumberThatCannotBeRightIsSaid(String field, String typed) {
        assertThat(Fill.errors(Sections.PEOPLE, CHILD, field, typed).on(field)).isNotNull();
    }

    @Test
    void anAdultIsNotAskedAboutSchoolOrParents() {
        assertThat(names(Sections.PEOPLE, ADULT)).doesNotContain("school", "upn", "careStatus");
        assertThat(names(Sections.FAMILY, ADULT)).doesNotContain("responsibility");
        assertThat(names(Sections.CONSENT, ADULT))
                .doesNotContain("parentInformed")
                .contains("capacity", "basis");
    }

    @Test
    void anAdultAtLevelFourWithoutConsentNeedsAGround() {
        Filling four = Fill.with(ADULT, LevelSection.KEY, "level", "4", "why", "Harm");
        FieldErrors wrong = Fill.errors(Sections.CONSENT, four, "sharing", "refused", "capacity", "Yes");
        assertThat(wrong.on("basis")).isNotNull();
        assertThat(wrong.on("basisReason")).isNotNull();
        assertThat(wrong.on("parentInformed")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-unsafe",
                "no-would-prejudice-police",
                "no-unable-to-contact",
                "no-delay-would-harm",
                "no-young-person-competent-and-objects"
            })
    void notToHaveToldParentsNeedsAReason(String code) {
        assertThat(Fill.errors(Sections.CONSENT, CHILD, "parentInformed", code).on("whyNotInformed"))
                .isNotNull();
    }

    @Test
    void safeToContactMustBeSaidOfEverybody() {
        assertThat(Fill.errors(Sections.FAMILY, CHILD, "name", "Mother", "relationship", "mother")
                        .on("safe"))
                .isNotNull();
    }

    @Test
    void forgedAnswersOfAListAreRefused() {
        assertThat(Fill.errors(Sections.PEOPLE, CHILD, "ethnicity", "<script>").on("ethnicity"))
                .isNotNull();
        assertThat(Fill.errors(Sections.EXPLOITATION, CHILD, "strands", "CCE|NONSENSE")
                        .on("strands"))
                .isNotNull();
        assertThat(Fill.errors(Sections.LEVEL, CHILD, "level", "5").on("level")).isNotNull();
        assertThat(Fill.errors(Sections.OPENING, CHILD, "danger", "perhaps", "about", "child")
                        .on("danger"))
                .isNotNull();
    }

    @Test
    void aPageTooLongToReadIsSaidSo() {
        assertThat(Fill.errors(Sections.HAPPENED, CHILD, "facts", "a".repeat(20_001))
                        .on("facts"))
                .isNotNull();
    }

    @Test
    void theDutyToReportAsksWhyOnlyWhenItTookLongerThanADay() {
        String[] sameDay = {
            "known.day", "9", "known.month", "11", "known.year", "2026", "knownTime", "10:00",
            "reported.day", "10", "reported.month", "11", "reported.year", "2026", "reportedTime", "10:00",
            "reportedTo", "Police on 101", "how", "spoken", "heard", "told"
        };
        assertThat(Fill.errors(Sections.CSA_REPORT, CHILD, sameDay).isEmpty()).isTrue();
        String[] later = sameDay.clone();
        later[1] = "7";
        assertThat(Fill.errors(Sections.CSA_REPORT, CHILD, later).on("whyDelayed"))
                .isNotNull();
    }

    @Test
    void immediateDangerAsksWhoRangAndWhen() {
        Filling danger = Fill.with(CHILD, OpeningSection.KEY, "danger", "yes");
        assertThat(Sections.DANGER.asked(danger)).isTrue();
        assertThat(Sections.DANGER.asked(CHILD)).isFalse();
        assertThat(Fill.errors(Sections.DANGER, danger).on("rungBy")).isNotNull();
    }

    @Test
    void placesOfConcernAreNotInTheCopyForOnesOwnRecords() {
        Filling filling = Fill.with(Fill.wholeChild(), ConcernsSection.KEY, "names", "Somebody");
        CheckPage page = CheckPage.of(filling, List.of(), false, Answers.NONE, FieldErrors.none());
        assertThat(page.parts()).extracting(CheckPage.Part::title).contains(Sections.CONCERNS.title());
        assertThat(page.copied()).extracting(CheckPage.Part::title).doesNotContain(Sections.CONCERNS.title());
    }

    @Test
    void everyPageHasAKeyAndATitleOfItsOwn() {
        assertThat(Sections.ALL).extracting(Section::key).doesNotHaveDuplicates();
        assertThat(Sections.ALL).extracting(Section::title).doesNotHaveDuplicates();
    }

    private static List<String> names(Section section, Filling filling) {
        return Field.names(section.fields(filling));
    }
}
