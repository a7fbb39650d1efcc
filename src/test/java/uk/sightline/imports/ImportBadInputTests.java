package uk.sightline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.identity.TestNumbers;
import uk.sightline.imports.ImportBatch.Counts;
import uk.sightline.imports.ImportBatch.State;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;
import uk.sightline.platform.Ids;
import uk.sightline.platform.RuleBroken;

/** Files as they come: whatever is wrong with a row is said of that row, and nothing is lost or half done. */
@SightlineTest
class ImportBadInputTests {

    private static final String HEAD = "rec_id,name,dob,postcode,nhs\n";

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
    private TestPeople colleagues;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    private TestPerson manager;
    private String source;

    @BeforeEach
    void someoneWhoMayImport() {
        manager = colleagues.frontDoorManager();
        source = "Bad " + Ids.reference("S");
    }

    @Test
    void shiftedAndMissingColumnsAreSaidOfTheirRows() {
        ImportBatch batch = imported(HEAD
                + "1,Shifta Rowley,2010-01-02,BD1 1HX,\n"
                + "2,2010-01-02,BD1 1HX,Shifta Second,\n"
                + "3,Shifta Third\n"
                + "4,Shifta Fourth,2010-01-02,BD1 1HX,,one,more\n");

        assertThat(batch.counts()).isEqualTo(new Counts(1, 0, 0, 3, 0));
        assertThat(report(batch).refused())
                .extracting(ImportReports.Problem::says)
                .anyMatch(says -> says.contains("has no name"))
                .anyMatch(says -> says.contains("2 values and there are 5 headings"));
    }

    @Test
    void aRowInAnotherEncodingIsRejectedAndTheOthersComeIn() {
        byte[] utf8 = (HEAD + "1,Zoë Mixley,2010-01-02,,\n").getBytes(StandardCharsets.UTF_8);
        byte[] windows = "2,Renée Mixley,2010-01-02,,\n".getBytes(java.nio.charset.Charset.forName("windows-1252"));
        byte[] both = new byte[utf8.length + windows.length];
        System.arraycopy(utf8, 0, both, 0, utf8.length);
        System.arraycopy(windows, 0, both, utf8.length, windows.length);

        ImportBatch batch = imported(new ByteArrayResource(both));

        assertThat(batch.counts()).isEqualTo(new Counts(1, 0, 0, 1, 0));
        assertThat(report(batch).refused().getFirst().says()).contains("damaged (not UTF-8)");
    }

    @Test
    void manyBirthdaysOnNewYearsDayAreAWarningAndOneIsNot() {
        ImportBatch half = imported(HEAD
                + rows(
                        60,
                        i -> i + ",Janus Doorley" + letter(i)
                                + ",20%02d-%s,,".formatted(i % 20, i % 2 == 0 ? "01-01" : "05-06")));
        ImportBatch one = imported(HEAD + "900,Janus Oncely,2010-01-01,,\n");

        assertThat(new ImportPages.Result(half, report(half)).warning())
                .contains("30 of 60 dates of birth are 1 January");
        assertThat(new ImportPages.Result(one, report(one)).warning()).isNull();
    }

    @Test
    void theSamePerson400TimesIs400RowsToLookAtAndNobodyIsMerged() {
        ImportBatch batch = imported(HEAD + rows(400, i -> i + ",Quadra Hundredley,2011-02-03,,"));

        assertThat(batch.counts()).isEqualTo(new Counts(400, 0, 0, 0, 0));
        assertThat(report(batch).tally().alike()).isEqualTo(399);
        assertThat(report(batch).alike())
                .hasSize(50)
                .allMatch(alike -> Integer.valueOf(2).equals(alike.earlier()));
    }

    @Test
    void theSameRow400TimesIsOnePerson() {
        ImportBatch batch = imported(HEAD + "7,Repeata Rowley,2011-02-03,,\n".repeat(400));

        assertThat(batch.counts()).isEqualTo(new Counts(1, 0, 399, 0, 0));
    }

    @Test
    void aFieldOfTenMillionCharactersIsOneRejectedRow() throws IOException {
        String file = HEAD + "1,Before Longley,2010-01-02,,\n2,\"" + "x".repeat(10_000_000) + "\",2010-01-02,,\n"
                + "3,After Longley,2010-01-02,,\n";

        ImportBatch batch = imported(file);

        assertThat(batch.counts()).isEqualTo(new Counts(2, 0, 0, 1, 0));
        assertThat(report(batch).refused()).singleElement().satisfies(problem -> {
            assertThat(problem.examples().getFirst().no()).isEqualTo(3);
            assertThat(problem.says()).contains("longer than 100,000 characters");
        });
        assertThat(rejects(batch).length()).isLessThan(3_000);
    }

    @Test
    void aNameOfOneLetterIsKeptAndTold() {
        ImportBatch batch = imported(HEAD + "1,O,2010-01-02,,\n2,A B,2010-01-02,,\n");

        assertThat(batch.counts()).isEqualTo(new Counts(2, 0, 0, 0, 0));
        assertThat(report(batch).noted())
                .singleElement()
                .satisfies(problem -> assertThat(problem.says()).contains("one letter"));
    }

    @Test
    void conflictingNumbersAreBlockedWithinTheFileAndAgainstTheIndex() {
        String twice = TestNumbers.nhs();
        String held = TestNumbers.nhs();
        manager.actor()
                .call(() -> people.create(NewPerson.named(
                                "Holda", "Numberley", BirthDate.on(LocalDate.of(2011, 1, 2)), "Test")
                        .with(PersonIdentifier.typed(IdentifierScheme.NHS_NUMBER, held, IdentifierStatus.VERIFIED))));

        String file = HEAD
                + "1,First Claimant,2010-01-02,," + twice + "\n"
                + "2,Second Claimant,2012-03-04,," + twice + "\n"
                + "3,Third Claimant,2013-03-04,," + held + "\n"
                + "4,First Claimant,2010-01-02,BD1 1HX," + twice + "\n";
        ImportBatch batch = imported(file);

        assertThat(batch.counts()).isEqualTo(new Counts(2, 0, 0, 2, 0));
        assertThat(report(batch).refused())
                .extracting(ImportReports.Problem::says)
                .anyMatch(says -> says.startsWith("Row 2 has the same number with another name"))
                .anyMatch(says -> says.contains("on the record of somebody with another name"));
        assertThat(report(batch).alike())
                .singleElement()
                .satisfies(alike -> assertThat(alike.earlier()).isEqualTo(2));

        ImportBatch again = imported(file);
        assertThat(again.counts()).isEqualTo(new Counts(0, 0, 2, 2, 0));
        assertThat(report(again).refused())
                .extracting(ImportReports.Problem::says)
                .anyMatch(says -> says.startsWith("A number in this row is on the record of somebody"));
    }

    @Test
    void problemsOfOneKindAreOneLineWithTheirFirstRows() {
        ImportBatch batch = imported(HEAD
                + rows(300, i -> i + ",Foreign Postley" + letter(i) + ",2010-01-02,%d,".formatted(4000 + i)));

        assertThat(batch.counts().added()).isEqualTo(300);
        assertThat(report(batch).noted()).singleElement().satisfies(problem -> {
            assertThat(problem.rows()).isEqualTo(300);
            assertThat(problem.field()).isEqualTo("postcode");
            assertThat(problem.examples())
                    .extracting(ImportReports.Example::value)
                    .containsExactly("4001", "4002", "4003", "4004", "4005");
        });
    }

    @Test
    void theFileOfRejectsIsCorrectedAndBroughtAgain() throws IOException {
        ImportBatch first = imported(HEAD + "1,Rejecta Firstley,2010-01-02,,\n2,Rejecta Secondley,2010-02-30,,\n"
                + "3,'=Rejecta,2010-02-31,,\n");
        String rejects = rejects(first);
        assertThat(rejects.lines())
                .containsExactly(
                        "rec_id,name,dob,postcode,nhs,Why rejected",
                        "2,Rejecta Secondley,2010-02-30,,,February 2010 has 28 days. Check the day.",
                        "3,'=Rejecta,2010-02-31,,,February 2010 has 28 days. Check the day.");

        ImportBatch second = imported(rejects.replace("2010-02-30", "2010-02-28"));

        assertThat(second.counts()).isEqualTo(new Counts(1, 0, 0, 1, 0));
        assertThat(rejects(second).lines().findFirst()).contains("rec_id,name,dob,postcode,nhs,Why rejected");
    }

    @Test
    void aFileThatCannotBeReadToItsEndLeavesNothing() {
        InputStreamSource torn = () -> new SequenceInputStream(
                new ByteArrayInputStream((HEAD + "1,Torn Fileley,2010-01-02,,\n").getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("No space left on device");
                    }
                });
        int before = asJob(() -> sql.sql("select count(*) from imports.batch")
                .query(Integer.class)
                .single());

        assertThatThrownBy(() -> manager.actor().call(() -> imports.take(torn, "torn.csv", source)))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("nothing of it was kept");

        assertThat(asJob(() -> sql.sql("select count(*) from imports.batch")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(before);
    }

    @Test
    void aPauseStopsTheWorkAndItGoesOnWhereItWas() {
        UUID id = checked(HEAD + rows(ImportWork.CHUNK + 5, i -> i + ",Pausea Restley" + letter(i) + ",2010-01-02,,"));
        manager.actor().run(() -> imports.run(id));
        ImportJob.ACTOR.run(() -> work.step(id));
        manager.actor().run(() -> imports.pause(id));

        ImportJob.ACTOR.run(job::run);
        ImportBatch paused = batch(id);
        manager.actor().run(() -> imports.goOn(id));
        ImportJob.ACTOR.run(job::run);

        assertThat(paused.state()).isEqualTo(State.RUNNING);
        assertThat(paused.progress().paused()).isTrue();
        assertThat(paused.counts().added()).isEqualTo(ImportWork.CHUNK);
        assertThat(paused.progress().left()).isPresent();
        assertThat(batch(id).state()).isEqualTo(State.DONE);
        assertThat(batch(id).counts().added()).isEqualTo(ImportWork.CHUNK + 5);
        assertThat(batch(id).isReconciled()).isTrue();
    }

    @Test
    void aStepThatIsCutOffHasDoneNothingAndIsDoneOnceAfterwards() {
        UUID id = checked(HEAD + rows(30, i -> i + ",Cutta Offley" + letter(i) + ",2010-01-02,,"));
        manager.actor().run(() -> imports.run(id));
        int before = count();

        ImportJob.ACTOR.run(() -> transactions.executeWithoutResult(cutOff -> {
            work.step(id);
            cutOff.setRollbackOnly();
        }));

        assertThat(count()).isEqualTo(before);
        assertThat(batch(id).progress().reached()).isZero();
        ImportJob.ACTOR.run(job::run);
        assertThat(count()).isEqualTo(before + 30);
        assertThat(batch(id).counts()).isEqualTo(new Counts(30, 0, 0, 0, 0));
    }

    @Test
    void aSealedPersonsFileGoesToTheirRecordAndReadsLikeAnybodyElses() {
        String open = HEAD + "1,Opena Fileley,2010-01-02,BD1 1HX,\n2,Sealda Fileley,2011-01-02,BD1 1HX,\n";
        imported(open);
        UUID sealed = personOf("2");
        seal(sealed);

        ImportBatch again = imported(open);
        ImportBatch moved = imported(open.replace("BD1 1HX", "BD1 2HX"));

        assertThat(again.counts()).isEqualTo(new Counts(0, 0, 2, 0, 0));
        assertThat(moved.counts()).isEqualTo(new Counts(0, 2, 0, 0, 0));
        assertThat(report(moved).alike()).isEmpty();
        assertThat(asJob(() -> sql.sql(
                                "select count(*) from people.search_key k where k.person_id = :id and not k.closed")
                        .param("id", sealed)
                        .query(Integer.class)
                        .single()))
                .isZero();
        assertThat(asJob(() -> sql.sql("select count(*) from imports.origin where source = :source")
                        .param("source", source)
                        .query(Integer.class)
                        .single()))
                .as("no second record is made of somebody who is closed")
                .isEqualTo(2);
    }

    private int count() {
        return asJob(() -> sql.sql("select count(*) from people.person")
                .query(Integer.class)
                .single());
    }

    private static String rows(int count, java.util.function.IntFunction<String> row) {
        return IntStream.rangeClosed(1, count).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String letter(int i) {
        return "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + (char) ('a' + i / 676 % 26);
    }

    private String rejects(ImportBatch batch) throws IOException {
        StringWriter out = new StringWriter();
        manager.actor().run(() -> {
            try {
                reports.writeRejects(batch, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toString();
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
            return sql.sql("select access.follow_seal(:id)")
                    .param("id", person)
                    .query((row, n) -> 1)
                    .list();
        });
    }

    private UUID checked(String file) {
        return checked(new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)));
    }

    private UUID checked(InputStreamSource file) {
        UUID id = manager.actor().call(() -> imports.take(file, "people.csv", source));
        manager.actor().run(() -> imports.check(id, source, batch(id).mapping()));
        finish(id);
        return id;
    }

    private ImportBatch imported(String file) {
        return imported(new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportBatch imported(InputStreamSource file) {
        UUID id = checked(file);
        Counts promised = batch(id).counts();
        manager.actor().run(() -> imports.run(id));
        finish(id);
        assertThat(batch(id).counts()).as("what the check promised").isEqualTo(promised);
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

    private <T> T asJob(Supplier<T> question) {
        return java.util.Objects.requireNonNull(
                ImportJob.ACTOR.call(() -> transactions.execute(status -> question.get())));
    }
}
