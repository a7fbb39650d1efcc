package uk.sightline.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.access.AccountEnded;
import uk.sightline.access.RecordFinder;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.ChronologyEntry;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;

@SightlineTest
class LeaversTests {

    private static final String END = """
            update access.account set state = 'ended', ended_at = platform.at(), version = version + 1 where id = :id
            """;

    @Autowired
    private Referrals referrals;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Identities identities;

    @Autowired
    private QueueQueries queue;

    @Autowired
    private ReferralHistory history;

    @Autowired
    private List<RecordFinder> finders;

    @Autowired
    private People people;

    @Autowired
    private TestPeople testPeople;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void whatALeaverHadInHandGoesBackToTheTeam() {
        Receipt receipt = submit();
        TestPerson leaver = testPeople.frontDoorWorker();
        TestPerson colleague = testPeople.frontDoorWorker();
        leaver.actor().run(() -> assignments.claim(List.of(receipt.id())));
        assertThat(owner(colleague, receipt)).contains(leaver.id());
        testPeople
                .administrator()
                .actor()
                .run(() -> transactions.executeWithoutResult(status -> {
                    sql.sql(END).param("id", leaver.id()).update();
                    events.publishEvent(new AccountEnded(leaver.id()));
                }));
        assertThat(owner(colleague, receipt)).isEmpty();
    }

    @Test
    void anAccountThatIsStillLiveKeepsItsWork() {
        Receipt receipt = submit();
        TestPerson worker = testPeople.frontDoorWorker();
        worker.actor().run(() -> assignments.claim(List.of(receipt.id())));
        testPeople
                .administrator()
                .actor()
                .run(() -> transactions.executeWithoutResult(
                        status -> events.publishEvent(new AccountEnded(worker.id()))));
        assertThat(owner(worker, receipt)).contains(worker.id());
    }

    @Test
    void theChronologyShowsAReferralToThoseWhoMaySeeItAndToNobodyElse() {
        Receipt receipt = submit();
        TestPerson worker = testPeople.frontDoorWorker();
        UUID person = worker.actor()
                .call(() -> people.create(NewPerson.named("Amina", "Testerson", BirthDate.unknown(), "Test")));
        worker.actor().run(() -> identities.same(receipt.id(), 1, person, null, 0));
        assertThat(worker.actor().call(() -> history.entries(person)))
                .extracting(ChronologyEntry::what)
                .singleElement()
                .asString()
                .contains(receipt.reference());
        assertThat(testPeople.socialWorker().actor().call(() -> history.entries(person)))
                .isEmpty();
        assertThat(testPeople.socialWorker().actor().call(() -> history.find(receipt.reference())))
                .isEmpty();
    }

    @Test
    void breakGlassFindsTheRecordBehindAReference() {
        Receipt receipt = submit();
        Optional<UUID> found = testPeople
                .socialWorker()
                .actor()
                .call(() -> transactions.execute(status -> finders.stream()
                        .flatMap(finder -> finder.find(receipt.reference()).stream())
                        .findFirst()));
        assertThat(found).contains(receipt.id());
    }

    private Receipt submit() {
        return testPeople
                .schoolLead("900001")
                .actor()
                .call(() -> referrals.submit(SampleForms.aboutA14YearOld(), Channel.PORTAL));
    }

    private Optional<UUID> owner(TestPerson reader, Receipt receipt) {
        return reader.actor().call(() -> queue.everything(QueueFilter.of(Map.of()), 1000)).lines().stream()
                .filter(line -> line.id().equals(receipt.id()))
                .findFirst()
                .map(QueueQueries.Line::owner);
    }
}
