package uk.sightline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.Records;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.cases.Cases;
import uk.sightline.cases.Standing;
import uk.sightline.clocks.Clock;
import uk.sightline.clocks.Clocks;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.NotAllowed;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;
import uk.sightline.reference.PracticePack;

@SightlineTest
class AssessmentsTests {

    private static final LocalDate CHILD = LocalDate.of(2011, 3, 14);
    private static final LocalDate ADULT = LocalDate.of(1980, 3, 14);
    private static final String CEAT = "ceat-1";
    private static final String AEST = "aest-1";

    @Autowired
    private Assessments assessments;

    @Autowired
    private Answering answering;

    @Autowired
    private Deciding deciding;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private FollowUpStore followUpStore;

    @Autowired
    private Sheets sheets;

    @Autowired
    private People people;

    @Autowired
    private Records records;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Cases cases;

    @Autowired
    private PracticePack pack;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestTime.Settable time;

    private TestPerson worker;
    private TestPerson hubEducation;
    private TestPerson manager;
    private UUID child;

    @BeforeEach
    void aChildOpenToTheHub() {
        worker = colleagues.frontDoorWorker();
        hubEducation = colleagues.with("hub-practitioner", "education-officers");
        manager = colleagues.with("hub-team-manager", "exploitation-hub");
        child = person("Orla", CHILD);
        openToTheHub(child);
    }

    @Test
    void whoeverBeganItAndTheHubSeeItAndNobodyElse() {
        UUID id = begin(worker, child, CEAT);

        assertThat(as(worker, () -> sheets.of(id)).person().name()).isEqualTo("Orla Tidewell");
        assertThat(as(hubEducation, () -> sheets.of(id)).row().startedBy()).isEqualTo(worker.id());
        TestPerson school = colleagues.schoolLead("900001");
        for (TestPerson other : List.of(colleagues.frontDoorWorker(), school, colleagues.adultWorker())) {
            assertThatThrownBy(() -> as(other, () -> sheets.of(id))).isInstanceOf(NoSuchRecord.class);
            assertThatThrownBy(() -> as(other, () -> answering.domain(id, typed(id, "D9", Map.of("D9.01", "no")))))
                    .isInstanceOf(NoSuchRecord.class);
        }
        assertThatThrownBy(() -> as(school, () -> assessments.begin(child, CEAT, "initial")))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void twoWhoBeginAtOnceFindTheSameOne() {
        UUID id = begin(worker, child, CEAT);

        assertThat(begin(hubEducation, child, CEAT)).isEqualTo(id);
        assertThat(clocksOf(id)).containsExactly("C45");
    }

    @Test
    void anAdultIsNotAskedWhatAChildIsAskedAndSomebodyOfUnknownAgeMayBeEither() {
        assertThatThrownBy(() -> begin(worker, child, AEST)).isInstanceOf(RuleBroken.class);
        UUID unknown = as(worker, () -> people.create(NewPerson.named("Ash", "Tidewell", BirthDate.unknown(), "Test")));
        assertThat(as(worker, () -> assessments.tools(unknown)))
                .extracting(tool -> tool.key())
                .containsExactly(CEAT, AEST);
    }

    @Test
    void severalAnswerAndWhatAColleagueChangedIsNotWrittenOver() {
        UUID id = begin(worker, child, CEAT);
        DomainForm opened = as(hubEducation, () -> DomainForm.of(sheets.of(id), domain(id, "D9")));

        as(worker, () -> answering.domain(id, typed(id, "D9", Map.of("D9.01", "yes-evidenced", "D9.03", "no"))));
        Map<String, List<String>> mine = new HashMap<>(opened.typed());
        mine.put("D9.01", List.of("no"));
        mine.put("D9.02", List.of("yes-suspected"));
        DomainForm later = new DomainForm(opened.tool(), opened.asked(), mine);
        Set<String> behind = as(hubEducation, () -> answering.domain(id, later));

        assertThat(behind).containsExactly("D9.01");
        Sheet sheet = as(worker, () -> sheets.of(id));
        assertThat(said(sheet, "D9.01").by()).isEqualTo(worker.id());
        assertThat(said(sheet, "D9.02").by()).isEqualTo(hubEducation.id());
        assertThat(sheet.weighing().points()).isEqualTo(8);

        mine.put("D9.01.was", List.of(said(sheet, "D9.01").id().toString()));
        assertThat(as(hubEducation, () -> answering.domain(id, new DomainForm(opened.tool(), opened.asked(), mine))))
                .isEmpty();
        assertThat(as(worker, () -> sheets.of(id)).weighing().points()).isEqualTo(3);
    }

    @Test
    void whileThePersonIsInTheRoomNotesAndSourcesStay() {
        UUID id = begin(worker, child, CEAT);
        as(
                worker,
                () -> answering.domain(
                        id,
                        typed(
                                id,
                                "D9",
                                Map.of(
                                        "D9.01",
                                        "yes-suspected",
                                        "D9.01.note",
                                        "A new telephone",
                                        "D9.01.source",
                                        "school"))));
        DomainForm interview = new DomainForm(
                as(worker, () -> sheets.of(id)).tool(), domain(id, "D9"), Map.of("D9.01", List.of("yes-evidenced")));

        as(worker, () -> answering.domain(id, interview));

        Answered answer = said(as(worker, () -> sheets.of(id)), "D9.01");
        assertThat(answer.said().code()).isEqualTo("yes-evidenced");
        assertThat(answer.note()).isEqualTo("A new telephone");
        assertThat(answer.source()).isEqualTo("school");
    }

    @Test
    void bothLevelsAreKeptAndWhatTheLevelProposesIsDecidedOneByOne() {
        UUID id = begin(worker, child, CEAT);
        answer(worker, id, "D3", Map.of("D3.04", "yes-evidenced", "analysis", "They must pay back a telephone."));
        voice(worker, id);

        assertThat(decide(
                        worker,
                        id,
                        Map.of(
                                "level-CCE",
                                "MODERATE",
                                "variance",
                                "context",
                                "why",
                                "The same group as his brother's.")))
                .isEqualTo(AssessmentState.ACTIVE);

        Sheet sheet = as(worker, () -> sheets.of(id));
        assertThat(sheet.row().calculated()).isEqualTo("LOW");
        assertThat(sheet.row().decided()).isEqualTo("MODERATE");
        assertThat(sheet.row().variance()).isEqualTo("context");
        assertThat(clocksOf(id)).containsExactlyInAnyOrder("C15A", "C45", "C47");
        List<FollowUp> steps = as(worker, () -> followUpStore.of(id));
        assertThat(steps).extracting(FollowUp::action).contains("safety-plan", "breaking-the-cycle", "weekly-cohort");

        assertThatThrownBy(() -> as(worker, () -> {
                    followUps.decide(id, steps.getFirst().id(), 0, "done", " ");
                    return 0;
                }))
                .isInstanceOf(RuleBroken.class);
        steps.forEach(step -> as(hubEducation, () -> {
            followUps.decide(id, step.id(), step.version(), "done", "Agreed at the meeting.");
            return 0;
        }));
        assertThat(clocksOf(id)).containsExactlyInAnyOrder("C15A", "C45");
        assertThatThrownBy(() -> as(worker, () -> {
                    followUps.decide(id, steps.getFirst().id(), 0, "not-needed", "Too late");
                    return 0;
                }))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void aDecidedLevelOpensTheWorkToTheHub() {
        UUID newcomer = person("Isla", CHILD);
        assertThatThrownBy(() -> as(hubEducation, () -> assessments.begin(newcomer, CEAT, "initial")))
                .isInstanceOf(NoSuchRecord.class);
        UUID id = begin(worker, newcomer, CEAT);
        answer(worker, id, "D3", Map.of("D3.04", "yes-evidenced", "analysis", "They must pay back a telephone."));
        voice(worker, id);
        decide(worker, id, Map.of("level-CCE", "LOW", "why", "A debt."));

        assertThat(as(hubEducation, () -> cases.standing(newcomer)))
                .extracting(Standing::strand, Standing::level)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("CCE", "LOW"));
        assertThat(as(hubEducation, () -> sheets.of(id)).row().decided()).isEqualTo("LOW");
    }

    @Test
    void nobodyWhoseLevelCallsForWorkIsLeftWithoutAKindOfExploitation() {
        UUID id = begin(worker, child, CEAT);
        answer(worker, id, "D16", Map.of("D16.09", "yes-evidenced", "analysis", "A court has said so."));
        Sheet sheet = as(worker, () -> sheets.of(id));

        assertThat(sheet.weighing().level()).isEqualTo("HIGH");
        assertThat(sheet.weighing().strands()).isEmpty();
        DecideForm none = DecideForm.of(Map.of("whole", "HIGH", "why", "A court has said so."));
        assertThat(none.errors(sheet, pack.codes("strand"), pack.codes("level-variance"), null)
                        .items())
                .containsOnlyKeys("strand");
    }

    @Test
    void aSideOfLifeThatIsRatedHighNeedsAnAnalysisAndRequiredQuestionsAnAnswer() {
        UUID id = begin(worker, child, CEAT);
        answer(worker, id, "D3", Map.of("D3.04", "yes-evidenced"));

        assertThatThrownBy(() -> decide(worker, id, Map.of("level-CCE", "LOW", "why", "A debt.")))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("Relationships and coercion")
                .hasMessageContaining("How the child took part");
        assertThat(as(worker, () -> sheets.of(id)).row().state()).isEqualTo(AssessmentState.DRAFT);
    }

    @Test
    void aLowerLevelCountsOnlyWhenAnotherManagerCountersigns() {
        UUID id = begin(manager, child, CEAT);
        answer(manager, id, "D3", Map.of("D3.04", "yes-evidenced", "analysis", "It may be an old story."));
        voice(manager, id);
        Map<String, String> lower =
                Map.of("level-CCE", "NONE", "variance", "protective-work", "why", "Paid back; the police closed it.");

        assertThat(decide(manager, id, lower)).isEqualTo(AssessmentState.WITH_MANAGER);
        assertThat(clocksOf(id)).containsExactly("C46");
        assertThatThrownBy(() -> countersign(manager, id))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("Somebody else");
        assertThatThrownBy(() -> countersign(worker, id)).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> countersign(hubEducation, id)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> decide(manager, id, lower)).isInstanceOf(RuleBroken.class);

        TestPerson other = colleagues.with("hub-team-manager", "exploitation-hub");
        as(other, () -> {
            deciding.giveBack(id, version(other, id), "What shows that it is paid?");
            return 0;
        });
        assertThat(as(manager, () -> sheets.of(id)).row().givenBackWhy()).isEqualTo("What shows that it is paid?");
        assertThat(clocksOf(id)).containsExactly("C45");

        decide(manager, id, lower);
        countersign(other, id);
        Sheet sheet = as(manager, () -> sheets.of(id));
        assertThat(sheet.row().state()).isEqualTo(AssessmentState.ACTIVE);
        assertThat(sheet.row().decided()).isEqualTo("NONE");
        assertThat(sheet.row().calculated()).isEqualTo("LOW");
        assertThat(sheet.row().countersignedBy()).isEqualTo(other.id());
        assertThat(as(other, () -> cases.standing(child))).isEmpty();
    }

    @Test
    void aLevelBelowTheOneBeforeWaitsForAManagerTooAndTheNextOneReplacesTheLast() {
        UUID first = decided("MODERATE");
        time.advance(Duration.ofDays(30));
        UUID second = begin(worker, child, CEAT);

        Sheet sheet = as(worker, () -> sheets.of(second));
        assertThat(sheet.row().from()).isEqualTo(first);
        assertThat(said(sheet, "D3.04").takenFrom())
                .isEqualTo(as(worker, () -> sheets.of(first)).row().reference());
        answer(worker, second, "D3", Map.of("analysis", "The debt is still there, nobody has rung."));
        assertThat(decide(worker, second, Map.of("level-CCE", "LOW", "why", "The calls have stopped since October.")))
                .isEqualTo(AssessmentState.WITH_MANAGER);
        countersign(manager, second);

        assertThat(as(worker, () -> sheets.of(first)).row().state()).isEqualTo(AssessmentState.SUPERSEDED);
        assertThat(clocksOf(first)).doesNotContain("C15A");
        assertThat(clocksOf(second)).contains("C15A");

        time.advance(Duration.ofDays(91));
        assertThatThrownBy(() -> as(worker, () -> sheets.of(first))).isInstanceOf(NoSuchRecord.class);
        assertThat(as(worker, () -> sheets.of(second)).row().id()).isEqualTo(second);
        assertThat(as(manager, () -> sheets.of(first)).row().id()).isEqualTo(first);
    }

    @Test
    void oneThatIsDecidedTakesNoMoreAnswersAndADoubleSubmitDecidesOnce() {
        UUID id = decided("MODERATE");

        assertThatThrownBy(() -> answer(worker, id, "D9", Map.of("D9.01", "no")))
                .isInstanceOf(RuleBroken.class);
        Map<String, String> again = new HashMap<>(Map.of("level-CCE", "MODERATE", "why", "The same group."));
        again.put("version", "0");
        assertThatThrownBy(() -> as(worker, () -> deciding.decide(id, DecideForm.of(again))))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void oneThatIsWithdrawnStaysAndCountsForNothing() {
        UUID id = begin(worker, child, CEAT);
        assertThatThrownBy(() -> as(worker, () -> {
                    assessments.withdraw(id, 0, " ");
                    return 0;
                }))
                .isInstanceOf(RuleBroken.class);
        as(worker, () -> {
            assessments.withdraw(id, 0, "Begun for the wrong child.");
            return 0;
        });

        assertThat(clocksOf(id)).isEmpty();
        assertThat(begin(worker, child, CEAT)).isNotEqualTo(id);
    }

    @Test
    void anAdultInDangerIsOnTheAdultHubsListTheSameMoment() {
        TestPerson adults = colleagues.adultWorker();
        UUID adult = as(adults, () -> people.create(NewPerson.named("Ivor", "Tidewell", BirthDate.on(ADULT), "Test")));
        UUID id = begin(adults, adult, AEST);
        Map<String, List<String>> danger = Map.of("danger", List.of("yes"));
        as(adults, () -> answering.prompt(id, new PromptForm(AnswerPages.prompt(sheets.of(id), "danger"), danger)));

        Sheet sheet = as(adults, () -> sheets.of(id));
        assertThat(sheet.weighing().level()).isEqualTo("URGENT");
        assertThat(Deciding.missing(sheet)).isNotEmpty();
        answerAll(adults, id);
        assertThat(decide(adults, id, Map.of("whole", "URGENT", "why", "Threatened at home today.")))
                .isEqualTo(AssessmentState.ACTIVE);

        TestPerson colleague = colleagues.adultWorker();
        assertThat(as(colleague, () -> clocks.of(id)).stream()
                        .filter(Clock::running)
                        .map(Clock::rule)
                        .toList())
                .containsExactly("C20B");
        assertThat(as(colleague, () -> followUpStore.of(id)))
                .extracting(FollowUp::action)
                .containsExactlyInAnyOrder("police-today", "s42-today");
        assertThatThrownBy(() -> as(worker, () -> sheets.of(id))).isInstanceOf(NoSuchRecord.class);
    }

    private static Answered said(Sheet sheet, String indicator) {
        return java.util.Objects.requireNonNull(sheet.answers().get(indicator));
    }

    private UUID decided(String level) {
        UUID id = begin(worker, child, CEAT);
        answer(worker, id, "D3", Map.of("D3.04", "yes-evidenced", "analysis", "They must pay back a telephone."));
        voice(worker, id);
        decide(
                worker,
                id,
                Map.of("level-CCE", level, "variance", "context", "why", "The same group as his brother's."));
        return id;
    }

    private void voice(TestPerson who, UUID id) {
        reply(
                who,
                id,
                "voice",
                Map.of("took-part", List.of("yes"), "how", List.of("On a walk"), "advocate-offered", List.of("yes")));
    }

    private void answerAll(TestPerson who, UUID id) {
        Sheet sheet = as(who, () -> sheets.of(id));
        sheet.tool().prompts().forEach(prompt -> {
            Map<String, List<String>> said = new HashMap<>();
            prompt.questions()
                    .forEach(question -> said.put(
                            question.key(),
                            switch (question.form()) {
                                case WORDS -> List.of("Said.");
                                case YES_NO -> List.of(question.key().equals("danger") ? "yes" : "no");
                                case CODES -> List.of("none");
                            }));
            reply(who, id, prompt.key(), said);
        });
    }

    private void reply(TestPerson who, UUID id, String prompt, Map<String, List<String>> said) {
        as(who, () -> answering.prompt(id, new PromptForm(AnswerPages.prompt(sheets.of(id), prompt), said)));
    }

    private void answer(TestPerson who, UUID id, String domain, Map<String, String> said) {
        as(who, () -> answering.domain(id, typed(id, domain, said)));
    }

    private DomainForm typed(UUID id, String domain, Map<String, String> said) {
        Map<String, List<String>> typed = new HashMap<>();
        said.forEach((field, value) -> typed.put(field, List.of(value)));
        said.keySet().stream()
                .filter(field -> field.matches("D\\d+\\.\\d+"))
                .forEach(code -> typed.putIfAbsent(code + ".note", List.of()));
        return new DomainForm(as(manager, () -> sheets.of(id)).tool(), domain(id, domain), typed);
    }

    private uk.sightline.reference.ToolDomain domain(UUID id, String key) {
        return AnswerPages.domain(as(manager, () -> sheets.of(id)), key);
    }

    private AssessmentState decide(TestPerson who, UUID id, Map<String, String> typed) {
        Map<String, String> form = new HashMap<>(typed);
        form.put("version", Integer.toString(version(who, id)));
        return as(who, () -> deciding.decide(id, DecideForm.of(form)));
    }

    private void countersign(TestPerson who, UUID id) {
        as(who, () -> {
            deciding.countersign(id, version(manager, id), "Seen with the police.");
            return 0;
        });
    }

    private int version(TestPerson who, UUID id) {
        return as(who, () -> sheets.of(id)).row().version();
    }

    private UUID begin(TestPerson who, UUID person, String tool) {
        return as(who, () -> assessments.begin(person, tool, "initial"));
    }

    private List<String> clocksOf(UUID id) {
        return as(manager, () -> clocks.of(id)).stream()
                .filter(Clock::running)
                .map(Clock::rule)
                .toList();
    }

    private UUID person(String given, LocalDate born) {
        return as(worker, () -> people.create(NewPerson.named(given, "Tidewell", BirthDate.on(born), "Test")));
    }

    private void openToTheHub(UUID person) {
        as(worker, () -> {
            records.relate(Records.COHORT, person, "cohort", "Open to the hub.", null);
            return 0;
        });
    }

    private <T> T as(TestPerson who, Supplier<T> work) {
        return java.util.Objects.requireNonNull(who.actor().call(() -> transactions.execute(status -> work.get())));
    }
}
