package uk.sightline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.people.ChronologyEntry;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.NotAllowed;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

@SightlineTest
@Import(CasesAtWork.class)
@RecordApplicationEvents
class CasesTests {

    private static final String ENOUGH = "He no longer comes; her mother and the school say so.";

    @Autowired
    private Cases cases;

    @Autowired
    private CaseQueries queries;

    @Autowired
    private CaseWords words;

    @Autowired
    private CaseHistory history;

    @Autowired
    private CasesAtWork work;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private TestTime.Settable time;

    @Autowired
    private ApplicationEvents events;

    private TestPerson manager;
    private TestPerson nurse;

    @BeforeEach
    void aManagerAndANurseOfTheHub() {
        manager = work.hubManager();
        nurse = work.nurseOfTheHub();
    }

    @Test
    void aLevelThatCallsForWorkOpensSomebodyToTheWholeHubAndToNobodyElse() {
        UUID person = work.person("Philomena", "Hublight");
        TestPerson frontDoor = colleagues.frontDoorWorker();

        work.decide(frontDoor, person, Map.of("CSE", "MODERATE"));

        assertThat(standing(nurse, person)).extracting(Standing::level).containsExactly("MODERATE");
        assertThat(file(nurse, person).isOpen()).isTrue();
        for (TestPerson other : List.of(colleagues.schoolLead("900001"), colleagues.socialWorker(), frontDoor)) {
            assertThat(file(other, person).isEmpty()).as(other.name()).isTrue();
            assertThat(standing(other, person)).as(other.name()).isEmpty();
            assertThat(other.actor().call(() -> history.standing(person))).isEmpty();
            assertThat(other.actor().call(() -> history.entries(person))).isEmpty();
        }
    }

    @Test
    void whoDoesNotSeeTheHubsWorkOpensNoSecondInvolvement() {
        UUID person = work.person("Prudence", "Onceonly");
        TestPerson frontDoor = colleagues.frontDoorWorker();

        work.decide(frontDoor, person, Map.of("CSE", "LOW"));
        work.decide(frontDoor, person, Map.of("CSE", "HIGH"));

        assertThat(file(nurse, person).periods()).hasSize(1);
        assertThat(file(nurse, person).steps()).extracting(LevelStep::level).containsExactly("LOW", "HIGH");
    }

    @Test
    void everyDecisionIsKeptAndTheOverallLevelIsTheHighest() {
        UUID person = work.person("Petronella", "Levelby");
        work.decide(manager, person, Map.of("CSE", "MODERATE", "ONLINE", "LOW"));
        time.advance(Duration.ofDays(7));
        var rose = time.instant();
        work.decide(manager, person, Map.of("CSE", "SIGNIFICANT"));
        time.advance(Duration.ofDays(7));
        work.decide(manager, person, Map.of("CSE", "SIGNIFICANT"));

        List<Standing> standing = standing(nurse, person);

        assertThat(standing).extracting(Standing::strand).containsExactly("CSE", "ONLINE");
        assertThat(standing.getFirst()).isEqualTo(new Standing("CSE", "SIGNIFICANT", rose, "MODERATE", time.instant()));
        assertThat(words.sentence(standing.getFirst()))
                .isEqualTo("Significant since 17 November 2026, up from Moderate");
        assertThat(words.overall(standing)).contains("SIGNIFICANT");
        assertThat(file(nurse, person).steps()).hasSize(4);
        assertThat(chronology(nurse, person))
                .filteredOn(what -> what.startsWith("Child sexual exploitation"))
                .hasSize(2);
    }

    @Test
    void lowestLevelsOpenNothingAndAreStillTold() {
        UUID person = work.person("Perpetua", "Notneeded");

        work.decide(manager, person, Map.of("CSE", "NONE"));

        assertThat(file(manager, person).isEmpty()).isTrue();
        assertThat(events.stream(LevelDecided.class))
                .singleElement()
                .isEqualTo(new LevelDecided(person, List.of(), time.instant()));
    }

    @Test
    void aLevelBelowTheProposedOneIsCountersignedByAManager() {
        UUID person = work.person("Placida", "Loweredly");
        TestPerson social = colleagues.frontDoorWorker();
        var lower = CasesAtWork.decision(social.id(), person, Map.of("CSE", "LOW"), Map.of("CSE", "HIGH"));

        assertThatThrownBy(() -> social.actor().run(() -> cases.decided(lower)))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("countersigned");
        social.actor()
                .run(() -> cases.decided(new LevelDecision(
                        person,
                        lower.levels(),
                        lower.calculated(),
                        lower.why(),
                        lower.decidedBy(),
                        lower.source(),
                        manager.id())));

        assertThat(file(nurse, person).steps())
                .singleElement()
                .satisfies(step -> assertThat(step.countersignedBy()).isEqualTo(manager.id()));
    }

    @Test
    void whoMayNeitherAssessNorDecideDecidesNothing() {
        UUID person = work.person("Primrose", "Nosay");

        assertThatThrownBy(() -> work.decide(colleagues.schoolLead("900001"), person, Map.of("CSE", "HIGH")))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> nurse.actor().call(() -> cases.open(person, ENOUGH)))
                .isInstanceOf(NoSuchRecord.class);
        manager.actor().run(() -> cases.open(person, ENOUGH));
        assertThatThrownBy(() -> nurse.actor().run(() -> cases.close(person, "risk-removed", ENOUGH, 1)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void whoCouldNotSeeWhatTheyOpenDoesNotOpenIt() {
        UUID person = work.person("Pascoe", "Adultward");
        TestPerson adults = colleagues.with("adult-mash-manager", "adult-mash");
        colleagues.alsoHolds(adults, "front-door-worker", "front-door");

        assertThatThrownBy(() -> adults.actor().call(() -> cases.open(person, ENOUGH)))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("does not see");
        assertThat(file(manager, person).isEmpty()).isTrue();
    }

    @Test
    void closingEndsTheHubsSightAtOnceAndTheWorkersAfterTheTail() {
        UUID person = work.person("Quintilla", "Closeby");
        TestPerson social = colleagues.socialWorker();
        work.decide(manager, person, Map.of("CSE", "LOW"));
        assign(person, Role.LEAD, social);
        assign(person, Role.CO_WORKER, nurse);

        close(person);

        assertThat(file(work.nurseOfTheHub(), person).isEmpty()).isTrue();
        assertThat(file(social, person).isOpen()).isFalse();
        assertThat(file(social, person).lastClosed()).isPresent();
        assertThat(standing(social, person)).isEmpty();
        assertThat(social.actor().call(() -> history.standing(person)))
                .first()
                .satisfies(row -> assertThat(row.toString()).contains("Risk removed"));
        time.advance(Duration.ofDays(91));
        assertThat(file(social, person).isEmpty()).isTrue();
        assertThat(file(nurse, person).isEmpty()).isTrue();
    }

    @Test
    void openedAgainTheWorkBeginsAnewAndWhatWasBeforeCanBeRead() {
        UUID person = work.person("Quintessa", "Againby");
        work.decide(manager, person, Map.of("CSE", "HIGH"));
        close(person);
        time.advance(Duration.ofDays(40));

        manager.actor().run(() -> cases.open(person, "She is away at night again."));
        work.decide(manager, person, Map.of("CSE", "LOW"));

        CaseFile file = file(nurse, person);
        assertThat(file.periods()).hasSize(2);
        assertThat(file.decided()).extracting(CaseFile.Decided::before).containsOnlyNulls();
        assertThat(standing(nurse, person)).singleElement().satisfies(each -> {
            assertThat(each.level()).isEqualTo("LOW");
            assertThat(each.previous()).isNull();
        });
    }

    @Test
    void aFormThatIsOlderThanTheLastDecisionClosesNothing() {
        UUID person = work.person("Quenby", "Stalely");
        work.decide(manager, person, Map.of("CSE", "LOW"));
        int seen = version(person);
        work.decide(manager, person, Map.of("CSE", "HIGH"));

        assertThatThrownBy(() -> manager.actor().run(() -> cases.close(person, "risk-removed", ENOUGH, seen)))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(
                        () -> manager.actor().run(() -> cases.close(person, "no-such-code", ENOUGH, version(person))))
                .isInstanceOf(RuleBroken.class);
        assertThat(file(nurse, person).isOpen()).isTrue();
    }

    @Test
    void whatHappenedIsInTheChronologyOfWhoeverSeesIt() {
        UUID person = work.person("Quirina", "Storyline");
        work.decide(manager, person, Map.of("CCE", "HIGH"));
        assign(person, Role.LEAD, colleagues.socialWorker());

        assertThat(chronology(nurse, person))
                .anyMatch(what -> what.startsWith("Open to the hub: " + CasesAtWork.WHY))
                .anyMatch(what -> what.startsWith("Child criminal exploitation: High, the first level."))
                .anyMatch(what -> what.startsWith("Lead professional: "));
        assertThat(chronology(colleagues.frontDoorWorker(), person)).isEmpty();
    }

    private void assign(UUID person, Role role, TestPerson worker) {
        manager.actor().run(() -> cases.assign(person, role, worker.id(), "She knows the family well."));
    }

    private void close(UUID person) {
        int version = version(person);
        manager.actor().run(() -> cases.close(person, "risk-removed", ENOUGH, version));
    }

    private int version(UUID person) {
        return manager.actor().call(() -> queries.version(person));
    }

    private CaseFile file(TestPerson reader, UUID person) {
        return reader.actor().call(() -> queries.file(person));
    }

    private List<Standing> standing(TestPerson reader, UUID person) {
        return reader.actor().call(() -> cases.standing(person));
    }

    private List<String> chronology(TestPerson reader, UUID person) {
        return reader.actor().call(() -> history.entries(person)).stream()
                .map(ChronologyEntry::what)
                .toList();
    }
}
