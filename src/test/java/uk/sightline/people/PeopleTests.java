package uk.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.access.Records;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.identity.TestNumbers;
import uk.sightline.people.Candidate.Strength;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.platform.NotAllowed;

@SightlineTest
class PeopleTests {

    private static final LocalDate BORN = LocalDate.of(2012, 3, 14);

    @Autowired
    private People people;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private Records records;

    @Autowired
    private TransactionTemplate transactions;

    private TestPerson worker;

    @BeforeEach
    void aFrontDoorWorker() {
        worker = colleagues.frontDoorWorker();
    }

    @Test
    void aPersonIsMadeAndShownToTheirMaker() {
        UUID id = worker.actor().call(() -> people.create(child("Zubaydah", "Testershire")));

        PersonCard card = worker.actor().call(() -> people.card(id)).orElseThrow();

        assertThat(card.name()).isEqualTo("Zubaydah Testershire");
        assertThat(card.age(LocalDate.of(2026, 11, 10))).isEqualTo("14");
        assertThat(card.reference()).matches("P-[0-9A-Z]{7}");
    }

    @Test
    void somebodyWithoutReachFindsNothing() {
        UUID id = worker.actor().call(() -> people.create(child("Ottoline", "Hiddenborough")));
        TestPerson other = colleagues.socialWorker();

        assertThat(other.actor().call(() -> people.card(id))).isEmpty();
        assertThat(other.actor().call(() -> people.candidates(named("Ottoline Hiddenborough"))))
                .isEmpty();
        assertThat(worker.actor().call(() -> people.candidates(named("Ottoline Hiddenborough"))))
                .hasSize(1);
    }

    @Test
    void somebodyWithoutReachFindsThoseTheyWorkWith() {
        UUID id = worker.actor().call(() -> people.create(child("Clementine", "Allocatedfield")));
        TestPerson social = colleagues.socialWorker();
        worker.actor()
                .run(() -> transactions.executeWithoutResult(
                        status -> records.relate(social.id(), id, "allocated", "You are the allocated worker.", null)));

        assertThat(social.actor().call(() -> people.candidates(named("Klementine Alocatedfeld"))))
                .singleElement()
                .satisfies(each -> assertThat(each.card().id()).isEqualTo(id));
    }

    @Test
    void aMisspeltNameAndTheBirthDateFindThePerson() {
        UUID id = worker.actor().call(() -> people.create(child("Aliyah", "Qureshipur")));

        List<Candidate> found = worker.actor()
                .call(() -> people.candidates(new Probe("Alia Kureshipur", BirthDate.on(BORN), List.of())));

        assertThat(found.getFirst().card().id()).isEqualTo(id);
        assertThat(found.getFirst().reasons()).contains("same birth date");
    }

    @Test
    void anNhsNumberIsAStrongMatchAndSaysSo() {
        PersonIdentifier number =
                PersonIdentifier.typed(IdentifierScheme.NHS_NUMBER, TestNumbers.nhs(), IdentifierStatus.VERIFIED);
        UUID id = worker.actor()
                .call(() -> people.create(child("Nuala", "Numbered").with(number)));

        List<Candidate> found = worker.actor()
                .call(() -> people.candidates(new Probe(
                        null,
                        BirthDate.unknown(),
                        List.of(new Probe.Clue(IdentifierScheme.NHS_NUMBER, String.valueOf(number.value()))))));

        assertThat(found).singleElement().satisfies(candidate -> {
            assertThat(candidate.card().id()).isEqualTo(id);
            assertThat(candidate.strength()).isEqualTo(Strength.STRONG);
            assertThat(candidate.reasons()).containsExactly("same NHS number");
        });
    }

    @Test
    void aPostThatMayNotCreatePeopleIsRefused() {
        TestPerson lead = colleagues.with("partner", null);

        assertThatThrownBy(() -> lead.actor().call(() -> people.create(child("Nobody", "Atall"))))
                .isInstanceOf(NotAllowed.class);
    }

    private static Probe named(String name) {
        return new Probe(name, BirthDate.unknown(), List.of());
    }

    private static NewPerson child(String given, String family) {
        return NewPerson.named(given, family, BirthDate.on(BORN), "Test");
    }
}
