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
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.Access;
import uk.sightline.access.AccountEnded;
import uk.sightline.access.Action;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.people.People;
import uk.sightline.people.PersonPages;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;
import uk.sightline.platform.SuperUser;

@SightlineTest
@Import(CasesAtWork.class)
class WorkersTests {

    private static final String WHY = "She knows the family well.";

    private static final String END = """
            update access.account set state = 'ended', ended_at = platform.at(), version = version + 1 where id = :id
            """;

    private static final String KEEP_AWAY = """
            insert into access.exclusion (id, account_id, person_id, from_at, reason, created_by, created_at)
            values (gen_random_uuid(), :account, :person, '2026-01-01T00:00Z', 'They are cousins.', :account,
                    '2026-01-01T00:00Z')
            """;

    private static final String LETTERS = """
            select m.subject || ' ' || m.body from messages.mail m where m.to_address = :to order by m.created_at
            """;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseQueries queries;

    @Autowired
    private WorkerWords words;

    @Autowired
    private CasesAtWork work;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private People people;

    @Autowired
    private PersonPages personPages;

    @Autowired
    private Access access;

    @Autowired
    private TestTime.Settable time;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private ApplicationContext product;

    private TestPerson manager;
    private TestPerson nurse;
    private TestPerson social;
    private UUID person;

    @BeforeEach
    void somebodyOpenToTheHub() {
        manager = work.hubManager();
        nurse = work.nurseOfTheHub();
        social = colleagues.socialWorker();
        person = work.person("Rosalba", "Workerly");
        work.decide(manager, person, Map.of("CSE", "HIGH"));
    }

    @Test
    void theTwoWorkersSeeThePersonAndEachOther() {
        assertThat(sees(social)).isFalse();
        assertThat(place(Role.LEAD)).isEqualTo("Nobody yet");

        assign(Role.LEAD, social);
        assign(Role.CO_WORKER, nurse);

        assertThat(sees(social)).isTrue();
        assertThat(place(Role.LEAD)).contains(social.name(), "01632 960900");
        assertThat(place(Role.CO_WORKER)).contains(nurse.name());
        assertThat(social.actor().call(() -> personPages.of(person)).workers().toString())
                .contains(nurse.name(), "Hub co-worker", social.name(), "Lead professional")
                .doesNotContain("You are");
        assertThat(social.actor().call(() -> access.why(person))).contains("You are the lead professional.");
    }

    @Test
    void whoseNeitherPostNorListLetsThemSeeIsRefusedAndNothingIsSaved() {
        TestPerson cousin = colleagues.socialWorker();
        SuperUser.of(product)
                .sql(KEEP_AWAY)
                .param("account", cousin.id())
                .param("person", person)
                .update();

        for (TestPerson other : List.of(cousin, colleagues.frontDoorWorker(), colleagues.schoolLead("900001"))) {
            assertThatThrownBy(() -> assign(Role.LEAD, other))
                    .isInstanceOf(RuleBroken.class)
                    .extracting(broken -> ((RuleBroken) broken).field())
                    .isEqualTo("lead");
        }

        assertThat(file().workers()).isEmpty();
        assertThat(sees(cousin)).isFalse();
        assertThat(letters(cousin)).isEmpty();
    }

    @Test
    void theCoWorkerIsOfTheHubAndSomebodyElseThanTheLead() {
        assertThatThrownBy(() -> assign(Role.CO_WORKER, social)).isInstanceOf(RuleBroken.class);
        assign(Role.LEAD, nurse);
        assertThatThrownBy(() -> assign(Role.CO_WORKER, nurse))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("two people");
    }

    @Test
    void whoIsReplacedKeepsSightForTheTailAndBothAreTold() {
        TestPerson next = colleagues.socialWorker();
        assign(Role.LEAD, social);
        assign(Role.LEAD, social);
        assign(Role.LEAD, next);

        assertThat(file().live(Role.LEAD)).extracting(Worker::accountId).containsExactly(next.id());
        assertThat(sees(social)).isTrue();
        time.advance(Duration.ofDays(91));
        assertThat(sees(social)).isFalse();
        assertThat(sees(next)).isTrue();
        String reference =
                nurse.actor().call(() -> people.card(person)).orElseThrow().reference();
        assertThat(letters(social))
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter)
                        .contains(reference, "/people/" + person)
                        .doesNotContain("Rosalba", "Workerly"));
        assertThat(letters(next)).singleElement().asString().contains("You are now the lead professional");
    }

    @Test
    void whoIsReplacedAndComesBackStays() {
        assign(Role.LEAD, social);
        assign(Role.LEAD, colleagues.socialWorker());
        assign(Role.LEAD, social);

        time.advance(Duration.ofDays(91));

        assertThat(sees(social)).isTrue();
    }

    @Test
    void aFormThatIsOlderThanTheLastChangeGivesNobody() {
        int seen = manager.actor().call(() -> queries.version(person, Role.LEAD));
        assign(Role.LEAD, social);

        assertThatThrownBy(() -> manager.actor()
                        .run(() -> cases.assign(
                                person, Role.LEAD, colleagues.socialWorker().id(), WHY, seen)))
                .isInstanceOf(StaleVersion.class);
        manager.actor().run(() -> cases.assign(person, Role.LEAD, social.id(), WHY, seen));
        assertThat(file().workers()).hasSize(1);
    }

    @Test
    void aPlaceThatIsLeftIsSaidToBeEmpty() {
        assign(Role.CO_WORKER, nurse);

        manager.actor().run(() -> cases.end(person, Role.CO_WORKER, "She is away for a year."));

        assertThat(place(Role.CO_WORKER))
                .isEqualTo("Nobody since 10 November 2026: " + nurse.name() + ". She is away for a year.");
    }

    @Test
    void whoLeavesLeavesThePlaceEmptyAndWhoIsStillThereKeepsIt() {
        assign(Role.LEAD, social);
        assign(Role.CO_WORKER, nurse);

        leave(nurse, false);
        assertThat(file().live(Role.CO_WORKER)).hasSize(1);
        leave(nurse, true);

        assertThat(place(Role.CO_WORKER)).startsWith("Nobody since").contains("The colleague left.");
        assertThat(place(Role.LEAD)).contains(social.name());
    }

    private void leave(TestPerson leaver, boolean ends) {
        colleagues
                .administrator()
                .actor()
                .run(() -> transactions.executeWithoutResult(status -> {
                    if (ends) {
                        sql.sql(END).param("id", leaver.id()).update();
                    }
                    events.publishEvent(new AccountEnded(leaver.id()));
                }));
    }

    private void assign(Role role, TestPerson worker) {
        manager.actor().run(() -> cases.assign(person, role, worker.id(), WHY));
    }

    private boolean sees(TestPerson reader) {
        return !reader.actor().call(() -> queries.file(person)).isEmpty()
                && reader.actor().call(() -> access.decide(Action.VIEW, person)).allowed();
    }

    private CaseFile file() {
        return manager.actor().call(() -> queries.file(person));
    }

    private String place(Role role) {
        return manager.actor().call(() -> transactions.execute(status -> words.sentence(file(), role)));
    }

    private List<String> letters(TestPerson reader) {
        return SuperUser.of(product)
                .sql(LETTERS)
                .param("to", reader.email())
                .query(String.class)
                .list();
    }
}
