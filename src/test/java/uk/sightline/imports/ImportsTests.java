package uk.sightline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.access.Records;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.identity.TestNumbers;
import uk.sightline.imports.ImportBatch.Counts;
import uk.sightline.imports.ImportBatch.State;
import uk.sightline.people.Cards;
import uk.sightline.people.Fact;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;
import uk.sightline.people.Probe;
import uk.sightline.platform.Ids;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.NotAllowed;
import uk.sightline.platform.RuleBroken;

@SightlineTest
class ImportsTests {

    private static final String HEAD = "rec_id,name,dob,address_1,postcode,sex,nhs\n";

    /** What must be as it was after an undo; versions go up, so that an open form stays stale. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("people.person", "id, display_name, born_from, born_to, born_precision, born_text, sex, source"),
            Map.entry("people.name", "id, person_id, kind, full_name, until_on, ended_by, ended_at, source"),
            Map.entry("people.identifier", "id, person_id, scheme, value, status, until_on, ended_by, source"),
            Map.entry("people.address", "id, person_id, kind, lines, postcode, until_on, ended_by, source"),
            Map.entry("people.contact", "id, person_id, kind, value, until_on, ended_by, source"),
            Map.entry("people.change", "id, person_id, what, was, became"),
            Map.entry("people.relationship", "id, person_id"),
            Map.entry("people.search_key", "key, person_id, closed, adult_from"),
            Map.entry("people.card", "person_id, display_name, born_from, sex, area, names, identifiers, postcodes"),
            Map.entry("imports.origin", "source, key, person_id, content"),
            Map.entry("imports.effect", "id, batch_id, person_id, what"));

    @Autowired
    private Imports imports;

    @Autowired
    private ImportWork work;

    @Autowired
    private ImportJob job;

    @Autowired
    private ImportReports reports;

    @Autowired
    private People people;

    @Autowired
    private Records records;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private uk.sightline.TestTime.Settable time;

    private TestPerson manager;
    private String source;

    @BeforeEach
    void someoneWhoMayImport() {
        manager = colleagues.frontDoorManager();
        source = "Test " + Ids.reference("S");
    }

    @Test
    void everyRowEndsAsExactlyOneOfFourAndTheSecondTimeNothingChanges() {
        String file = HEAD
                + "1,Zerlina Importley,2010-05-06,1 Test Street,BD1 1HX,F,\n"
                + "2,Yorick Importley,20110203,,4011,M,\n"
                + "3,,2010-01-01,,,,\n"
                + "4,Xanthe Importley,2010-02-30,,,,\n"
                + "5,Too,few\n"
                + "1,Zerlina Importley,2010-05-06,1 Test Street,BD1 1HX,F,\n"
                + "2,Somebody Else,2012-01-01,,,,\n";

        ImportBatch first = imported(file);
        ImportBatch second = imported(file);

        assertThat(first.counts()).isEqualTo(new Counts(2, 0, 1, 4, 0));
        assertThat(first.rowsRead()).isEqualTo(first.counts().total()).isEqualTo(7);
        assertThat(second.counts()).isEqualTo(new Counts(0, 0, 3, 4, 0));
        assertThat(report(first).refused())
                .extracting(problem -> problem.examples().getFirst().no(), ImportReports.Problem::field)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(4, "name"),
                        org.assertj.core.groups.Tuple.tuple(5, "dob"),
                        org.assertj.core.groups.Tuple.tuple(6, "row"),
                        org.assertj.core.groups.Tuple.tuple(8, "number"));
    }

    @Test
    void aPersonBroughtInIsFoundUnderAMisspeltNameByTheFrontDoorAndByNobodyWithoutReach() {
        imported(HEAD + "1,Wilhelmina Quartzborough,2012-03-14,,,F,\n");
        Probe misspelt = new Probe("Vilhelmina Quartzboro", BirthDate.on(LocalDate.of(2012, 3, 14)), List.of());

        assertThat(manager.actor().call(() -> people.candidates(misspelt)))
                .first()
                .satisfies(found -> assertThat(found.card().name()).isEqualTo("Wilhelmina Quartzborough"));
        assertThat(colleagues.socialWorker().actor().call(() -> people.candidates(misspelt)))
                .isEmpty();
    }

    @Test
    void aDryRunChangesNobody() {
        Map<String, String> before = asJob(this::world);

        UUID id = checked(HEAD + "1,Dryden Runnymede,2012-03-14,,,F,\n");

        assertThat(batch(id).counts()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        assertThat(asJob(this::world)).isEqualTo(before);
    }

    @Test
    void aChangedRowChangesOnlyWhatChangedAndKeepsWhatWas() {
        imported(HEAD + "1,Changa Before,2010-05-06,1 Test Street,BD1 1HX,F,\n");
        ImportBatch second = imported(HEAD + "1,Changa After,2010-05-07,1 Test Street,BD1 1HX,F,\n");
        UUID person = personOf("1");

        assertThat(second.counts()).isEqualTo(new Counts(0, 1, 0, 0, 0));
        assertThat(asJob(() -> texts(
                        "select full_name || ':' || (ended_at is not null) from people.name"
                                + " where person_id = :id order by ended_at nulls last",
                        person)))
                .containsExactly("Changa Before:true", "Changa After:false");
        assertThat(asJob(() -> texts("select lines from people.address where person_id = :id", person)))
                .hasSize(1);
        assertThat(asJob(() -> texts("select was || ':' || became from people.change where person_id = :id", person)))
                .containsExactly("2010-05-06:2010-05-07");
        assertThat(manager.actor().call(() -> people.card(person)).orElseThrow().name())
                .isEqualTo("Changa After");
        assertThat(imported(HEAD + "1,Changa After,2010-05-07,1 Test Street,BD1 1HX,F,\n")
                        .counts())
                .isEqualTo(new Counts(0, 0, 1, 0, 0));
        assertThat(imported(HEAD + "1,Changa After,,,,,\n").counts()).isEqualTo(new Counts(0, 0, 1, 0, 0));
    }

    @Test
    void undoPutsEveryTableBackAsItWas() {
        imported(HEAD + "1,Undine Before,2010-05-06,1 Test Street,BD1 1HX,F,\n");
        Map<String, String> before = asJob(this::world);
        ImportBatch second = imported(HEAD
                + "1,Undine After,2010-06-07,2 Test Street,BD1 1HX,M," + TestNumbers.nhs() + "\n"
                + "2,Undo Newcomer,2010-05-06,3 Test Street,BD1 1HX,F,\n");
        assertThat(asJob(this::world)).isNotEqualTo(before);
        assertThat(Cards.wrong(sql, transactions)).isEmpty();

        ImportBatch undone = undone(second.id());

        assertThat(undone.state()).isEqualTo(State.UNDONE);
        assertThat(asJob(this::world)).isEqualTo(before);
        assertThat(undone.undone()).isEqualTo(new ImportBatch.Undone(1, 1, 0));
    }

    @Test
    void undoKnowsWhatItsImportMadeThoughTimePassedMeanwhile() throws Exception {
        Thread passing = Thread.ofPlatform().start(this::letTimePass);
        try {
            ImportBatch batch = imported(HEAD + "1,Timely Passerby,2010-05-06,1 Test Street,BD1 1HX,F,\n");

            assertThat(undone(batch.id()).undone().gone()).isEqualTo(1);
        } finally {
            passing.interrupt();
            passing.join();
            time.set(uk.sightline.TestTime.START);
        }
    }

    private void letTimePass() {
        while (!Thread.currentThread().isInterrupted()) {
            time.advance(java.time.Duration.ofNanos(1_000));
        }
    }

    @Test
    void whatHasBeenUsedSinceStaysAndIsTold() {
        ImportBatch batch = imported(HEAD + "1,Stays Usedley,2010-05-06,,,F,\n2,Goes Unusedley,2010-05-06,,,F,\n");
        UUID used = personOf("1");
        manager.actor()
                .run(() -> people.add(used, Fact.PersonName.of("known-as", "Stay", "Usedley"), "Said by the child"));

        ImportBatch undone = undone(batch.id());

        assertThat(report(undone).kept()).singleElement().satisfies(problem -> {
            assertThat(problem.examples().getFirst().no()).isEqualTo(2);
            assertThat(problem.says()).contains("changed since");
        });
        assertThat(manager.actor().call(() -> people.card(used))).isPresent();
        assertThat(undone.undone()).isEqualTo(new ImportBatch.Undone(1, 0, 1));
    }

    @Test
    void aVerifiedNumberWithTheSameNameMatchesAndAConflictIsRefused() {
        String number = TestNumbers.nhs();
        UUID known = manager.actor()
                .call(() -> people.create(NewPerson.named(
                                "Matilda", "Numberly", BirthDate.on(LocalDate.of(2011, 1, 2)), "Test")
                        .with(PersonIdentifier.typed(IdentifierScheme.NHS_NUMBER, number, IdentifierStatus.VERIFIED))));

        ImportBatch batch = imported(HEAD
                + "1,Numberly Matilda,2011-01-03,5 Test Street,BD1 1HX,," + number + "\n"
                + "2,Quite Another,1999-09-09,,,," + number + "\n");

        assertThat(batch.counts()).isEqualTo(new Counts(0, 1, 0, 1, 1));
        assertThat(personOf("1")).isEqualTo(known);
        assertThat(report(batch).refused())
                .singleElement()
                .satisfies(problem -> assertThat(problem.says()).contains("another name and date of birth"));
        assertThat(asJob(() -> texts("select lines from people.address where person_id = :id", known)))
                .containsExactly("5 Test Street");
    }

    @Test
    void somebodyAlikeIsListedAndNeverMerged() {
        manager.actor()
                .call(() -> people.create(
                        NewPerson.named("Alike", "Twinborough", BirthDate.on(LocalDate.of(2011, 1, 2)), "Test")));

        ImportBatch batch =
                imported(HEAD + "1,Twinborough Alike,2011-01-02,,,,\n2,Alike Twinborough,2 January 2011,,,,\n");

        assertThat(batch.counts().added()).isEqualTo(2);
        assertThat(report(batch).tally().alike()).isEqualTo(2);
        assertThat(report(batch).alike())
                .extracting(ImportReports.Alike::otherName)
                .contains("Alike Twinborough");
    }

    @Test
    void aSealedPersonIsSilent() {
        String number = TestNumbers.nhs();
        UUID hidden = manager.actor()
                .call(() -> people.create(NewPerson.named(
                                "Sealia", "Silentham", BirthDate.on(LocalDate.of(2011, 1, 2)), "Test")
                        .with(PersonIdentifier.typed(IdentifierScheme.NHS_NUMBER, number, IdentifierStatus.VERIFIED))));
        seal(hidden);

        ImportBatch batch = imported(HEAD + "1,Sealia Silentham,2011-01-02,,,," + number + "\n");

        assertThat(batch.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        assertThat(report(batch).tally().alike()).isZero();
        assertThat(personOf("1")).isNotEqualTo(hidden);
    }

    @Test
    void workThatStoppedHalfWayGoesOnAtTheRowItReached() {
        String file = HEAD
                + IntStream.rangeClosed(1, ImportWork.CHUNK + 20)
                        .mapToObj(i -> i + ",Crash Survivor" + "abcdefghij".charAt(i % 10) + ",2010-05-06,,,,\n")
                        .collect(Collectors.joining());
        UUID id = checked(file);
        manager.actor().run(() -> imports.run(id));

        boolean more = ImportJob.ACTOR.call(() -> work.step(id));
        ImportBatch half = batch(id);
        ImportJob.ACTOR.run(job::run);

        assertThat(more).isTrue();
        assertThat(half.state()).isEqualTo(State.RUNNING);
        assertThat(half.counts().added()).isEqualTo(ImportWork.CHUNK);
        assertThat(batch(id).state()).isEqualTo(State.DONE);
        assertThat(batch(id).counts()).isEqualTo(new Counts(ImportWork.CHUNK + 20, 0, 0, 0, 0));
    }

    @Test
    void anotherPersonsImportIsNotThereAndAnotherPostMayNotImport() {
        UUID id = checked(HEAD + "1,Private Rowley,2010-05-06,,,,\n");
        TestPerson other = colleagues.frontDoorManager();
        TestPerson worker = colleagues.frontDoorWorker();

        assertThatThrownBy(() -> other.actor().run(() -> imports.run(id))).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> other.actor().call(() -> imports.find(id))).isInstanceOf(NoSuchRecord.class);
        List<String> seen = worker.actor().call(() -> rowsOf(id));
        assertThat(seen).isEmpty();
        assertThatThrownBy(() -> worker.actor().call(() -> imports.take(resource(HEAD), "x.csv", source)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void anImportStopsWhenItsMakerMayNoLongerImport() {
        UUID id = checked(HEAD + "1,Stopped Rowley,2010-05-06,,,,\n");
        manager.actor().run(() -> imports.run(id));
        asJob(() -> sql.sql("update access.holding set until_at = from_at where account_id = :id")
                .param("id", manager.id())
                .update());

        ImportJob.ACTOR.run(() -> work.step(id));

        assertThat(ImportJob.ACTOR.call(() -> imports.find(id)).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void aStepOutOfTurnIsRefused() {
        ImportBatch batch = imported(HEAD + "1,Turn Taker,2010-05-06,,,,\n");

        assertThatThrownBy(() -> manager.actor().run(() -> imports.run(batch.id())))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("moved on");
    }

    @Test
    void everyPersonAndTheBatchAreInTheAudit() {
        ImportBatch batch = imported(HEAD + "1,Audited Rowley,2010-05-06,,,,\n");
        UUID person = personOf("1");

        assertThat(asJob(() -> texts("select action || ' ' || detail from audit.act where record = :id", person)))
                .contains("add import " + batch.reference());
        assertThat(asJob(() -> texts("select action from audit.act where record = :id", batch.id())))
                .contains("add", "check", "start", "finish-running");
    }

    @Test
    void hostileValuesAreKeptAsTextAndTheFileOfRowsHasNoFormula() throws Exception {
        ImportBatch batch = imported(HEAD
                + "1,Robert'); drop table people.person;--,2010-05-06,<script>alert(1)</script>,4011,,\n"
                + "2,=cmd|' /C calc'!A0,2010-02-30,@SUM(1),,,\n");
        StringBuilder file = new StringBuilder();
        manager.actor().run(() -> write(batch, file));

        assertThat(batch.counts()).isEqualTo(new Counts(1, 0, 0, 1, 0));
        assertThat(manager.actor()
                        .call(() -> people.card(personOf("1")))
                        .orElseThrow()
                        .name())
                .isEqualTo("Robert'); drop table people.person;--");
        assertThat(file.toString())
                .contains("'=cmd|' /C calc'!A0")
                .contains("'@SUM(1)")
                .doesNotContain(",=cmd");
    }

    private void write(ImportBatch batch, StringBuilder file) {
        try {
            reports.writeRejects(batch, file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> rowsOf(UUID id) {
        return java.util.Objects.requireNonNull(
                transactions.execute(status -> texts("select cells from imports.row where batch_id = :id", id)));
    }

    private UUID checked(String file) {
        return manager.actor().call(() -> {
            UUID id = imports.take(resource(file), "people.csv", source);
            imports.check(id, source, imports.find(id).mapping());
            finish(id);
            return id;
        });
    }

    private ImportBatch imported(String file) {
        UUID id = checked(file);
        manager.actor().run(() -> imports.run(id));
        finish(id);
        return batch(id);
    }

    private ImportBatch undone(UUID id) {
        manager.actor().run(() -> imports.undo(id));
        finish(id);
        return batch(id);
    }

    private void finish(UUID id) {
        ImportJob.ACTOR.run(() -> {
            boolean more = true;
            while (more) {
                more = work.step(id);
            }
        });
    }

    private ImportBatch batch(UUID id) {
        return manager.actor().call(() -> imports.find(id));
    }

    private ImportReports.Report report(ImportBatch batch) {
        return manager.actor().call(() -> reports.of(batch.id()));
    }

    private UUID personOf(String key) {
        return asJob(() -> sql.sql("select person_id from imports.origin where source = :source and key = :key")
                .param("source", source)
                .param("key", key)
                .query(UUID.class)
                .single());
    }

    private void seal(UUID person) {
        asJob(() -> {
            sql.sql("insert into access.seal (person_id, level, reason, ask, created_by, created_at)"
                            + " values (:id, 'sealed', 'Test', 'Test', platform.me(), platform.at())")
                    .param("id", person)
                    .update();
            sql.sql("select access.follow_seal(:id)")
                    .param("id", person)
                    .query((row, n) -> 1)
                    .list();
            return person;
        });
    }

    /** Number of rows and a hash of their content, for each table, of this test's source alone. */
    private Map<String, String> world() {
        Map<String, String> world = new TreeMap<>();
        TABLES.forEach((table, columns) -> world.put(
                table,
                sql.sql("select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), ''))"
                                + " from (select " + columns + " from " + table + ") t")
                        .query(String.class)
                        .single()));
        world.put(
                "record",
                sql.sql("select count(*) || ' ' || md5(coalesce(string_agg(r::text, '|' order by r::text), ''))"
                                + " from access.record r where kind = 'identity'")
                        .query(String.class)
                        .single());
        return world;
    }

    private List<String> texts(String query, UUID id) {
        return sql.sql(query).param("id", id).query(String.class).list();
    }

    private <T> T asJob(java.util.function.Supplier<T> question) {
        return java.util.Objects.requireNonNull(
                ImportJob.ACTOR.call(() -> transactions.execute(status -> question.get())));
    }

    private static ByteArrayResource resource(String file) {
        return new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8));
    }
}
