package uk.sightline.cases;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;

/** People of the index and colleagues of the hub, for tests of the work with them. Import it where it is needed. */
@TestComponent
class CasesAtWork {

    static final String WHY = "She says that an older man waits for her after school.";

    private final People people;
    private final Cases cases;
    private final CaseQueries queries;
    private final TestPeople colleagues;

    CasesAtWork(People people, Cases cases, CaseQueries queries, TestPeople colleagues) {
        this.people = people;
        this.cases = cases;
        this.queries = queries;
        this.colleagues = colleagues;
    }

    UUID person(String given, String family) {
        NewPerson person = NewPerson.named(given, family, BirthDate.on(LocalDate.of(2012, 3, 14)), "Test");
        return colleagues.frontDoorWorker().actor().call(() -> people.create(person));
    }

    TestPerson hubManager() {
        return colleagues.with("hub-team-manager", "exploitation-hub");
    }

    /** Works in the hub for another agency. */
    TestPerson nurseOfTheHub() {
        return colleagues.with("hub-practitioner", "bthft-safeguarding");
    }

    void decide(TestPerson who, UUID person, Map<String, String> levels) {
        who.actor().run(() -> cases.decided(decision(who.id(), person, levels, Map.of())));
    }

    void close(TestPerson who, UUID person) {
        who.actor()
                .run(() -> cases.close(person, "moved", "The family has moved to the coast.", queries.version(person)));
    }

    static LevelDecision decision(UUID by, UUID person, Map<String, String> levels, Map<String, String> proposed) {
        var source = new LevelDecision.Source(LevelDecision.Kind.ASSESSMENT, UUID.randomUUID());
        return new LevelDecision(person, levels, proposed, WHY, by, source, null);
    }
}
