package uk.sightline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.TestNumbers;
import uk.sightline.imports.ImportBatch.Counts;
import uk.sightline.imports.ImportBatch.Undone;
import uk.sightline.platform.Ids;

/** Several files of one source: its people, their addresses, their numbers; the same files again the next day. */
@SightlineTest
class ImportExtractTests {

    private static final String PEOPLE = """
            pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob,pers_upn,pers_ethnicity
            77,Philippa,Extractley,F,2012-04-03 00:00:00,,WBRI
            78,Quentin,Extractley,M,2014-05-06 00:00:00,,WBRI
            """;

    private static final String ADDRESSES = """
            addr_table_id,addr_person_id,addr_address_type,addr_address_start_date,addr_address_end_date,\
            addr_address_postcode,addr_address_json
            a1,77,Primary Address,2020-01-02,2022-03-04,BD11HX,"{""HOUSE"":""1"",""STREET"":""Old Row"",""UPRN"":null}"
            a2,77,Primary Address,2022-03-04,,BD12HX,"{""BUILDING"":""2"",""HOUSE"":""2"",""STREET"":""New Row""}"
            a3,78,Placement,2023-01-01,,BD12HX,
            a4,79,Primary Address,2023-01-01,,BD12HX,
            """;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportWork work;

    @Autowired
    private ImportReports reports;

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
        source = "Extract " + Ids.reference("S");
    }

    @Test
    void theStandardSafeguardingDatasetIsKnownByItsHeadings() {
        ImportBatch people = taken(PEOPLE);
        ImportBatch addresses = taken(ADDRESSES);

        assertThat(people.knownAs()).isEqualTo("ssd_person");
        assertThat(people.mapping().kind()).isEqualTo(ImportMapping.Kind.PEOPLE);
        assertThat(people.mapping().fields().getLast()).isEqualTo(ImportField.IGNORE);
        assertThat(addresses.knownAs()).isEqualTo("ssd_address");
        assertThat(addresses.mapping().kind()).isEqualTo(ImportMapping.Kind.ADDRESSES);
    }

    @Test
    void onePersonHasManyAddressesAndANumberThatNobodyHasIsRejected() {
        imported(PEOPLE);

        ImportBatch batch = imported(ADDRESSES);

        assertThat(batch.counts()).isEqualTo(new Counts(0, 3, 0, 1, 0));
        assertThat(addressesOf("77"))
                .containsExactly(
                        "home; 1, Old Row; BD1 1HX; 2020-01-02; 2022-03-04", "home; 2, New Row; BD1 2HX; 2022-03-04");
        assertThat(addressesOf("78")).containsExactly("placement; BD1 2HX; BD1 2HX; 2023-01-01");
        assertThat(report(batch).refused()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("addr_person_id");
            assertThat(problem.says()).contains("has brought nobody with this number");
            assertThat(problem.examples().getFirst().value()).isEqualTo("79");
        });
    }

    @Test
    void theNextDaysExtractTouchesOnlyWhatChanged() {
        imported(PEOPLE);
        imported(ADDRESSES);
        List<String> before = written();

        assertThat(imported(PEOPLE).counts()).isEqualTo(new Counts(0, 0, 2, 0, 0));
        assertThat(imported(ADDRESSES).counts()).isEqualTo(new Counts(0, 0, 3, 1, 0));
        assertThat(written()).isEqualTo(before);

        ImportBatch moved = imported(ADDRESSES.replace("2022-03-04,,BD12HX", "2022-03-04,2026-01-02,BD12HX"));

        assertThat(moved.counts()).isEqualTo(new Counts(0, 1, 2, 1, 0));
        assertThat(addressesOf("77")).contains("home; 2, New Row; BD1 2HX; 2022-03-04; 2026-01-02");
    }

    @Test
    void undoTakesAddressesBackAndLeavesThePeople() {
        imported(PEOPLE);
        List<String> before = addressesOf("77");
        ImportBatch batch = imported(ADDRESSES);

        manager.actor().run(() -> imports.undo(batch.id()));
        finish(batch.id());

        assertThat(batch(batch.id()).undone()).isEqualTo(new Undone(0, 3, 0));
        assertThat(addressesOf("77")).isEqualTo(before);
        assertThat(imported(PEOPLE).counts()).isEqualTo(new Counts(0, 0, 2, 0, 0));
    }

    @Test
    void undoneFromTheLastToTheFirstNobodyStays() {
        ImportBatch people = imported(PEOPLE);
        ImportBatch addresses = imported(ADDRESSES);
        ImportBatch renamed = imported(PEOPLE.replace("Extractley", "Extractby"));
        for (ImportBatch batch : List.of(renamed, addresses, people)) {
            manager.actor().run(() -> imports.undo(batch.id()));
            finish(batch.id());
        }

        assertThat(batch(renamed.id()).undone()).isEqualTo(new Undone(0, 2, 0));
        assertThat(batch(people.id()).undone()).isEqualTo(new Undone(2, 0, 0));
    }

    @Test
    void peopleWhoHaveAnAddressFromAnotherFileAreNotTakenAway() {
        ImportBatch people = imported(PEOPLE);
        imported(ADDRESSES);

        manager.actor().run(() -> imports.undo(people.id()));
        finish(people.id());

        assertThat(batch(people.id()).undone()).isEqualTo(new Undone(0, 0, 2));
    }

    @Test
    void numbersComeInAFileOfTheirOwn() {
        imported(PEOPLE);
        String nhs = TestNumbers.nhs();

        ImportBatch batch = imported("""
                link_table_id,link_person_id,link_identifier_type,link_identifier_value
                l1,77,NHS Number,%s
                l2,78,Court Case Number,C 1
                """.formatted(nhs));

        assertThat(batch.knownAs()).isEqualTo("ssd_linked_identifiers");
        assertThat(batch.counts()).isEqualTo(new Counts(0, 1, 0, 1, 0));
        assertThat(texts("select i.value from people.identifier i where i.person_id = :id", person("77")))
                .containsExactly(nhs);
        assertThat(report(batch).refused().getFirst().says()).contains("Numbers of this kind are not kept");
    }

    @Test
    void theColumnsOfLastTimeAreTakenForTheSameSourceAndHeadings() {
        UUID first = taken("who,when\nAda Lastley,2011-01-02\n").id();
        ImportMapping mapping = new ImportMapping(List.of(ImportField.FULL_NAME, ImportField.BIRTH));
        manager.actor().run(() -> imports.check(first, source, mapping));
        finish(first);
        manager.actor().run(() -> imports.run(first));
        finish(first);

        assertThat(taken("who,when\nBo Lastley,2011-01-02\n").mapping()).isEqualTo(mapping);
    }

    /** What a daily file could write to, as it stands: the numbers of rows, and of rows ever added, changed or removed. */
    private List<String> written() {
        return asJob(() -> sql.sql("select count(*) || ' ' || coalesce(sum(n.version), 0) from people.name n"
                        + " union all select count(*) || ' ' || coalesce(sum(a.version), 0) from people.address a"
                        + " union all select count(*) || ' ' || md5(string_agg(o.xmin::text || o.ctid::text, ',' order by o.ctid))"
                        + " from imports.origin o"
                        + " union all select count(*)::text from imports.effect"
                        + " union all select count(*)::text from people.search_key"
                        + " union all select count(*) || ' ' || md5(string_agg(p.xmin::text, ',' order by p.ctid))"
                        + " from people.person p")
                .query(String.class)
                .list());
    }

    private List<String> addressesOf(String key) {
        return texts(
                "select concat_ws('; ', a.kind, a.lines, a.postcode, a.from_on, a.until_on) from people.address a"
                        + " where a.person_id = :id order by a.from_on",
                person(key));
    }

    private UUID person(String key) {
        return asJob(() -> sql.sql("select person_id from imports.origin where source = :source and key = :key")
                .param("source", source)
                .param("key", key)
                .query(UUID.class)
                .single());
    }

    private List<String> texts(String query, UUID id) {
        return asJob(() -> sql.sql(query).param("id", id).query(String.class).list());
    }

    private ImportBatch taken(String file) {
        ByteArrayResource resource = new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8));
        return batch(manager.actor().call(() -> imports.take(resource, "extract.csv", source)));
    }

    private ImportBatch imported(String file) {
        ImportBatch taken = taken(file);
        manager.actor().run(() -> imports.check(taken.id(), source, taken.mapping()));
        finish(taken.id());
        manager.actor().run(() -> imports.run(taken.id()));
        finish(taken.id());
        return batch(taken.id());
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
