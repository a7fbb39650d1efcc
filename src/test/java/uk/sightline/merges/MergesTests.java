package uk.sightline.merges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.Records;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.audit.Audit;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.identity.TestNumbers;
import uk.sightline.people.Fact;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.Fact.PersonRelationship;
import uk.sightline.people.NewPerson;
import uk.sightline.people.NewPerson.Background;
import uk.sightline.people.People;
import uk.sightline.people.Probe;
import uk.sightline.people.SaidOutright;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.NotAllowed;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;
import uk.sightline.platform.SuperUser;

@SightlineTest
class MergesTests {

    private static final LocalDate BORN = LocalDate.of(2012, 3, 14);
    private static final String WHY = "Her mother confirmed it on the telephone.";

    @Autowired
    private Merges merges;

    @Autowired
    private MergeQueries queries;

    @Autowired
    private Corrections corrections;

    @Autowired
    private People people;

    @Autowired
    private Records records;

    @Autowired
    private Audit audit;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestTime.Settable time;

    @Autowired
    private ApplicationContext product;

    private TestPerson worker;
    private TestPerson manager;

    @BeforeEach
    void aWorkerAndAManager() {
        worker = colleagues.frontDoorWorker();
        manager = colleagues.frontDoorManager();
    }

    @Test
    void whatNamesTheOneNamesTheOtherOnceSomebodyElseHasConfirmed() {
        UUID kept = make("Quenilda", "Farthingay");
        UUID gone = make("Quenild", "Farthingay");
        add(gone, new PersonAddress("home", "3 Invented Row", "BD1 1AA", null, false, null, null));
        UUID merge = propose(kept, gone);

        confirm(merge);

        assertThat(facts(kept)).contains("Quenild Farthingay", "Quenilda Farthingay", "3 Invented Row\nBD1 1AA");
        assertThat(worker.actor().call(() -> people.card(gone))).isEmpty();
        assertThat(found("Quenild Farthingay")).contains(kept).doesNotContain(gone);
    }

    @Test
    void nobodyMergesAlone() {
        UUID kept = make("Peregrina", "Alonely");
        UUID gone = make("Peregrine", "Alonely");
        UUID own = manager.actor().call(() -> merges.propose(kept, gone, WHY));

        assertThatThrownBy(() -> manager.actor().run(() -> merges.confirm(own, 0, null)))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("Somebody else has to confirm it");
        assertThatThrownBy(() -> worker.actor().run(() -> merges.confirm(own, 0, null)))
                .isInstanceOf(NotAllowed.class);
        assertThat(admin().sql("update merges.merge set state = 'merged', changed = '{}', decided_at = proposed_at, "
                                + "decided_by = proposed_by where false")
                        .update())
                .isZero();
        assertThatThrownBy(() -> admin().sql("update merges.merge set state = 'merged', changed = '{}', "
                                + "decided_at = proposed_at, decided_by = proposed_by where id = :id")
                        .param("id", own)
                        .update())
                .hasMessageContaining("merge_check");
    }

    @Test
    void twoPeopleWhoseCheckedNumbersDifferAreNeverMerged() {
        UUID kept = make("Quillon", "Twainsby");
        UUID gone = make("Quillon", "Twainsby");
        add(kept, nhs());
        add(gone, nhs());

        assertThatThrownBy(() -> propose(kept, gone))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("NHS number");
    }

    @Test
    void aConflictThatComesWhileTheProposalWaitsStopsItsConfirmation() {
        UUID kept = make("Quillona", "Laterby");
        UUID gone = make("Quillona", "Laterby");
        add(kept, nhs());
        UUID merge = propose(kept, gone);
        add(gone, nhs());

        assertThatThrownBy(() -> confirm(merge)).isInstanceOf(RuleBroken.class).hasMessageContaining("NHS number");
    }

    @Test
    void aRecordThatIsClosedIsNotMergedAndItsMergeIsNotThere() {
        UUID kept = make("Rosamund", "Sealskin");
        UUID gone = make("Rosamunde", "Sealskin");
        UUID merge = propose(kept, gone);
        seal(gone);

        assertThatThrownBy(() -> confirm(merge)).isInstanceOf(NoSuchRecord.class);
        assertThat(manager.actor().call(() -> queries.list(true)))
                .extracting(MergeQueries.Entry::id)
                .doesNotContain(merge);
    }

    @Test
    void whoeverMayNotKnowOfOneOfThemDoesNotLearnOfTheMerge() {
        UUID kept = make("Sylvan", "Halfseen");
        UUID gone = make("Sylvain", "Halfseen");
        UUID merge = propose(kept, gone);
        TestPerson social = colleagues.socialWorker();
        relate(social, kept);

        assertThatThrownBy(() -> social.actor().call(() -> merges.seen(merge))).isInstanceOf(NoSuchRecord.class);
        assertThat(social.actor().call(() -> queries.list(true)))
                .extracting(MergeQueries.Entry::id)
                .doesNotContain(merge);
        relate(social, gone);
        assertThat(social.actor().call(() -> merges.seen(merge)).reference()).startsWith("J-");
    }

    @Test
    void whatTheKeptRecordDoesNotSayIsTakenOverAndGivenBack() {
        UUID kept = make("Tamsin", "Takeover");
        UUID gone = worker.actor()
                .call(() -> people.create(NewPerson.named("Tamsyn", "Takeover", BirthDate.unknown(), "Test")
                        .with(new Background("F", null, "she/her", null, null, null, null, null, null))));
        UUID merge = propose(kept, gone);

        confirm(merge);
        assertThat(side(kept).said(SaidOutright.PRONOUNS.label())).isEqualTo("she/her");
        assertThat(side(kept).said(SaidOutright.BIRTH.label())).contains("14 March 2012");

        undo(merge, List.of());
        assertThat(side(kept).says(SaidOutright.PRONOUNS)).isFalse();
        assertThat(side(gone).said(SaidOutright.PRONOUNS.label())).isEqualTo("she/her");
    }

    @Test
    void undoneTheDataIsWhatItWas() {
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            UUID kept = make("Ursuline", "Samesoul");
            UUID gone = make("Ursulina", "Samesoul");
            UUID third = make("Valerian", "Samesoul");
            for (int i = 0; i < 8; i++) {
                add(random.nextBoolean() ? kept : gone, fact(random, kept, gone, third));
            }
            relate(colleagues.socialWorker(), random.nextBoolean() ? kept : gone);
            UUID merge = propose(kept, gone);
            Map<String, Set<String>> before = everything();

            confirm(merge);
            undo(merge, List.of());

            Map<String, Set<String>> after = everything();
            before.forEach((table, rows) -> assertThat(without(rows, after.get(table)))
                    .as("gone from %s", table)
                    .isEmpty());
            after.forEach((table, rows) -> assertThat(without(rows, before.get(table)))
                    .as("new in %s", table)
                    .isEmpty());
        }
    }

    @Test
    void mergesOfOnePersonAreUndoneFromTheLast() {
        UUID first = make("Wilhelmina", "Chainlink");
        UUID second = make("Wilhelmine", "Chainlink");
        UUID third = make("Willemina", "Chainlink");
        UUID inner = propose(second, first);
        confirm(inner);
        UUID outer = propose(third, second);
        confirm(outer);

        assertThat(facts(third)).contains("Wilhelmina Chainlink", "Wilhelmine Chainlink", "Willemina Chainlink");
        assertThatThrownBy(() -> undo(inner, List.of())).isInstanceOf(RuntimeException.class);

        undo(outer, List.of());
        undo(inner, List.of());
        assertThat(facts(first)).containsExactly("Wilhelmina Chainlink");
        assertThat(facts(second)).containsExactly("Wilhelmine Chainlink");
        assertThat(facts(third)).containsExactly("Willemina Chainlink");
    }

    @Test
    void whatWasAddedSinceGoesToWhomItBelongs() {
        UUID kept = make("Xanthe", "Addington");
        UUID gone = make("Xanthia", "Addington");
        UUID merge = propose(kept, gone);
        confirm(merge);
        time.advance(Duration.ofDays(30));
        add(kept, new PersonAddress("home", "4 Invented Row", "BD1 1AB", null, false, null, null));
        time.advance(Duration.ofMinutes(1));
        add(kept, new PersonAddress("home", "5 Invented Row", "BD1 1AB", null, false, null, null));

        List<Added> added = manager.actor().call(() -> queries.added(merge));
        assertThat(added)
                .extracting(Added::words)
                .containsExactly("4 Invented Row, BD1 1AB", "5 Invented Row, BD1 1AB");
        undo(merge, List.of(added.getLast().place()));

        assertThat(facts(kept)).contains("4 Invented Row\nBD1 1AB").doesNotContain("5 Invented Row\nBD1 1AB");
        assertThat(facts(gone)).contains("5 Invented Row\nBD1 1AB");
        assertThat(found("Xanthia Addington")).contains(gone);
    }

    @Test
    void whoReliedOnAWrongMergeIsToldAndTheirReadingIsTracked() {
        UUID kept = make("Yolande", "Relyson");
        UUID gone = make("Yolanda", "Relyson");
        UUID merge = propose(kept, gone);
        confirm(merge);
        time.advance(Duration.ofDays(30));
        List<TestPerson> relied =
                List.of(colleagues.frontDoorWorker(), colleagues.frontDoorWorker(), colleagues.frontDoorManager());
        TestPerson another = colleagues.frontDoorWorker();
        relied.forEach(each -> look(each, kept));
        look(another, make("Somebody", "Unrelated"));

        undo(merge, List.of());

        List<MergeQueries.Told> told = manager.actor().call(() -> queries.told(merge)).stream()
                .filter(MergeQueries.Told::undone)
                .toList();
        assertThat(told)
                .extracting(MergeQueries.Told::who)
                .contains(relied.stream().map(TestPerson::name).toArray(String[]::new))
                .doesNotContain(another.name(), manager.name());
        TestPerson first = relied.getFirst();
        MergeQueries.Told theirs = told.stream()
                .filter(each -> each.who().equals(first.name()))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> another.actor().run(() -> corrections.read(theirs.id(), 0, null)))
                .isInstanceOf(NoSuchRecord.class);
        first.actor().run(() -> corrections.read(theirs.id(), 0, "I rang the school."));
        assertThatThrownBy(() -> first.actor().run(() -> corrections.read(theirs.id(), 0, null)))
                .isInstanceOf(StaleVersion.class);
        assertThat(manager.actor().call(() -> queries.told(merge)))
                .filteredOn(each -> each.id().equals(theirs.id()))
                .singleElement()
                .satisfies(each -> assertThat(each.readBy()).isEqualTo(first.name()));
    }

    @Test
    void aCorrectionDoesNotNameWhoeverWasClosedSince() {
        UUID kept = make("Yvaine", "Closedlater");
        UUID gone = make("Yvayne", "Closedlater");
        UUID merge = propose(kept, gone);
        confirm(merge);
        time.advance(Duration.ofDays(1));
        TestPerson reader = colleagues.frontDoorWorker();
        look(reader, kept);
        undo(merge, List.of());
        UUID correction = manager.actor().call(() -> queries.told(merge)).stream()
                .filter(each -> each.who().equals(reader.name()))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(corrected(reader, correction).gone()).startsWith("P-");

        seal(gone);

        assertThat(corrected(reader, correction).gone()).isNull();
        assertThat(corrected(reader, correction).kept()).startsWith("P-");
    }

    private MergeQueries.Corrected corrected(TestPerson reader, UUID correction) {
        return reader.actor().call(() -> queries.corrected(correction)).orElseThrow();
    }

    @Test
    void aRecordThatWasGivenUpTakesNothingMore() {
        UUID kept = make("Zenobia", "Givenup");
        UUID gone = make("Zenobie", "Givenup");
        confirm(propose(kept, gone));

        assertThatThrownBy(() -> add(gone, PersonName.of("alias", "Zen", "Givenup")))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("merged into another one");
        assertThatThrownBy(() -> propose(make("Zenobia", "Third"), gone)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void aProposalIsDecidedOnce() {
        UUID merge = propose(make("Aldous", "Oncely"), make("Aldus", "Oncely"));
        manager.actor().run(() -> merges.refuse(merge, 0, "They are cousins with one name."));

        assertThatThrownBy(() -> confirm(merge)).isInstanceOf(StaleVersion.class);
    }

    /** By hash: the other tests leave a hundred thousand rows behind. */
    private static Set<String> without(Set<String> rows, @Nullable Set<String> others) {
        Set<String> left = new HashSet<>(rows);
        left.removeAll(others == null ? Set.of() : others);
        return left;
    }

    private Fact fact(Random random, UUID kept, UUID gone, UUID third) {
        return switch (random.nextInt(5)) {
            case 0 -> PersonName.of("alias", "Ursie" + random.nextInt(3), "Samesoul");
            case 1 ->
                new PersonAddress("home", random.nextInt(3) + " Invented Row", "BD2 2BB", null, false, null, null);
            case 2 ->
                new PersonContact(
                        "mobile", "+4477009001" + (10 + random.nextInt(3)), null, "unknown", null, null, null);
            case 3 ->
                new PersonIdentifier(IdentifierScheme.LA_CHILD_ID, "C" + random.nextInt(3), IdentifierStatus.UNKNOWN);
            default -> new PersonRelationship("brother", third, "Valerian Samesoul", "no", null, null, null);
        };
    }

    /** Every row that is not of the log, of merging itself or of its clocks; the version of a person only goes up. */
    private Map<String, Set<String>> everything() {
        Map<String, Set<String>> all = new TreeMap<>();
        List<String> tables = admin().sql("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not in ('pg_catalog', 'information_schema', 'migrations', 'public',
                  'audit', 'merges', 'clocks', 'platform')
                  and c.relname <> 'to_compare' -- whoever changes is compared with others again
                """).query(String.class).list();
        for (String table : tables) {
            String own = switch (table) {
                case "access.record" ->
                    " where t.kind <> 'correction' and t.id not in (select m.id from merges.merge m)";
                case "access.relationship" -> " where t.via <> 'told'";
                default -> "";
            };
            String row = table.equals("people.person") ? "to_jsonb(t) - 'version'" : "to_jsonb(t)";
            all.put(
                    table,
                    new HashSet<>(admin().sql("select (" + row + ")::text from " + table + " t" + own)
                            .query(String.class)
                            .list()));
        }
        return all;
    }

    private JdbcClient admin() {
        return SuperUser.of(product);
    }

    private UUID make(String given, String family) {
        return worker.actor().call(() -> people.create(NewPerson.named(given, family, BirthDate.on(BORN), "Test")));
    }

    private void add(UUID person, Fact fact) {
        worker.actor().run(() -> people.add(person, fact, "Test"));
    }

    private static Fact nhs() {
        return PersonIdentifier.typed(IdentifierScheme.NHS_NUMBER, TestNumbers.nhs(), IdentifierStatus.VERIFIED);
    }

    private UUID propose(UUID kept, UUID gone) {
        return worker.actor().call(() -> merges.propose(kept, gone, WHY));
    }

    private void confirm(UUID merge) {
        manager.actor().run(() -> merges.confirm(merge, 0, null));
    }

    private void undo(UUID merge, List<Added.Place> others) {
        manager.actor().run(() -> merges.undo(merge, 1, "The school says that they are two pupils.", others));
    }

    private uk.sightline.people.PersonSide side(UUID person) {
        return worker.actor().call(() -> merges.side(person));
    }

    private List<String> facts(UUID person) {
        List<String> facts = new ArrayList<>();
        side(person).facts().forEach(line -> facts.add(line.value()));
        return facts;
    }

    private List<UUID> found(String typed) {
        return worker.actor().call(() -> people.candidates(new Probe(typed, BirthDate.unknown(), List.of()))).stream()
                .map(each -> each.card().id())
                .toList();
    }

    private void look(TestPerson who, UUID person) {
        who.actor().run(() -> transactions.executeWithoutResult(status -> audit.viewed(People.KIND, person)));
    }

    private void relate(TestPerson who, UUID person) {
        worker.actor()
                .run(() -> transactions.executeWithoutResult(
                        status -> records.relate(who.id(), person, "allocated", "Allocated to you.", null)));
    }

    private void seal(UUID person) {
        admin().sql("""
                insert into access.seal (person_id, level, reason, ask, created_by, created_at)
                values (:person, 'sealed', 'The family must not be found.', 'Ring the head of service', :by, now())
                """).param("person", person).param("by", worker.id()).update();
        admin().sql("select access.follow_seal(:person)")
                .param("person", person)
                .query((row, n) -> 1)
                .single();
    }
}
