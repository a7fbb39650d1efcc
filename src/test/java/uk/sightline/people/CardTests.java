package uk.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.identity.TestNumbers;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonFlag;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.Fact.PersonSchooling;
import uk.sightline.people.NewPerson.Background;

/** A person's card follows their record, and so does what a search goes by. */
@SightlineTest
class CardTests {

    private static final LocalDate BORN = LocalDate.of(2012, 3, 14);

    @Autowired
    private People people;

    @Autowired
    private PersonChanges changes;

    @Autowired
    private PersonQueries queries;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    private TestPerson worker;

    @BeforeEach
    void aFrontDoorWorker() {
        worker = colleagues.frontDoorWorker();
    }

    @Test
    void aCardFollowsEveryFactThatIsAddedEndedOrStruckThrough() {
        UUID id = create("Marigold", "Cardington");
        worker.actor().run(() -> {
            List.of(
                            PersonName.of("known-as", "Goldie", "Cardington"),
                            new PersonIdentifier(
                                    IdentifierScheme.NHS_NUMBER, TestNumbers.nhs(), IdentifierStatus.VERIFIED),
                            new PersonAddress("home", "1 Test Street", "BD1 1HX", null, false, null, null),
                            new PersonAddress("refuge", "Elsewhere", "BD2 2AA", null, true, null, null),
                            new PersonContact("email", "goldie@school.example", null, "yes", null, null, null),
                            new PersonSchooling("107440", "on-roll", null, LocalDate.of(2024, 9, 1), null),
                            new PersonFlag("weapon", "Test", LocalDate.of(2027, 1, 1)))
                    .forEach(fact -> people.add(id, fact, "School"));
        });
        assertThat(wrong()).isEmpty();
        PersonCard card = card(id);
        assertThat(card.schoolUrn()).isEqualTo("107440");
        assertThat(card.area()).isEqualTo("BD1");
        assertThat(card.flags()).containsExactly("weapon");

        worker.actor()
                .run(() -> queries.facts(id).stream()
                        .filter(row -> row.kind() == FactKind.ADDRESS || row.kind() == FactKind.FLAG)
                        .forEach(
                                row -> changes.end(row.kind(), id, row.id(), row.version(), LocalDate.of(2027, 1, 1))));
        worker.actor()
                .run(() -> queries.facts(id).stream()
                        .filter(row -> row.kind() == FactKind.SCHOOL || row.kind() == FactKind.IDENTIFIER)
                        .forEach(row ->
                                changes.strikeThrough(row.kind(), id, row.id(), row.version(), "Of another child")));

        assertThat(wrong()).isEmpty();
        PersonCard after = card(id);
        assertThat(after.schoolUrn()).isNull();
        assertThat(after.area()).isNull();
        assertThat(after.flags()).isEmpty();
    }

    @Test
    void aChangedBirthDateChangesWhoseSearchesFindThem() {
        UUID id = create("Peregrine", "Agewell");
        TestPerson adults = colleagues.adultWorker();
        assertThat(found(adults, "Peregrine Agewell")).doesNotContain(id);

        change(id, new About(BirthDate.on(BORN.minusYears(40)), null, Background.unknown(), null));

        assertThat(found(adults, "Peregrine Agewell")).contains(id);
        assertThat(found(colleagues.frontDoorWorker(), "Peregrine Agewell")).doesNotContain(id);
        assertThat(wrong()).isEmpty();
    }

    @Test
    void aChangeOfWhatIsSaidOutrightIsOnTheCard() {
        UUID id = create("Lavender", "Outright");

        change(id, new About(BirthDate.on(BORN), null, Background.unknown(), LocalDate.of(2026, 10, 1)));

        assertThat(card(id).diedOn()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(wrong()).isEmpty();
    }

    /** A letter left out is a key beside another word's initial: one word alone is looked for beside each. */
    @Test
    void aMisspeltWordAloneFindsSomebodyOfTwo() {
        UUID id = create("Hyacinth", "Quillfeather");

        assertThat(found(worker, "Qullfeather")).contains(id);
        assertThat(found(worker, "Quilfeathr")).contains(id);
        assertThat(found(worker, "Hyacnth")).contains(id);
    }

    @Test
    void somebodyWithAnotherSurnameIsFoundByTheNameThatIsLeft() {
        UUID id = create("Thomasina", "Formerly");

        assertThat(found(worker, "Thomasina Nowotherwise")).contains(id);
    }

    @Test
    void nobodyReadsTheCardOfSomebodyOutOfReach() {
        UUID id = create("Clemency", "Outofreach");
        TestPerson other = colleagues.socialWorker();

        assertThat(cards(worker, id)).isEqualTo(1);
        assertThat(cards(other, id)).isZero();
    }

    private int cards(TestPerson actor, UUID id) {
        return actor.actor()
                .call(() -> Objects.requireNonNull(
                        transactions.execute(status -> sql.sql("select count(*) from people.card where person_id = :id")
                                .param("id", id)
                                .query(Integer.class)
                                .single())));
    }

    private UUID create(String given, String family) {
        return worker.actor().call(() -> people.create(NewPerson.named(given, family, BirthDate.on(BORN), "Test")));
    }

    private void change(UUID id, About about) {
        worker.actor().run(() -> {
            int version = queries.person(id).orElseThrow().version();
            changes.change(id, version, about, "It was wrong");
        });
    }

    private PersonCard card(UUID id) {
        return worker.actor().call(() -> people.card(id)).orElseThrow();
    }

    private List<UUID> wrong() {
        return Cards.wrong(sql, transactions);
    }

    private static List<UUID> ids(List<Candidate> candidates) {
        return candidates.stream().map(candidate -> candidate.card().id()).toList();
    }

    private List<UUID> found(TestPerson actor, String name) {
        return actor.actor().call(() -> ids(people.candidates(new Probe(name, BirthDate.unknown(), List.of()))));
    }
}
