package uk.sightline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import uk.sightline.identity.BirthDate;
import uk.sightline.imports.ImportReading.Readable;
import uk.sightline.imports.ImportReading.Rejected;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.platform.RuleBroken;

class ImportReadingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

    @ParameterizedTest
    @CsvSource({
        "given_name,GIVEN_NAME",
        "surname,FAMILY_NAME",
        "First Name,GIVEN_NAME",
        "dateOfBirth,BIRTH",
        "DOB,BIRTH",
        "D.O.B.,BIRTH",
        "date_of_birth,BIRTH",
        "rec_id,SOURCE_ID",
        "unique_id,SOURCE_ID",
        "NHS No,NHS_NUMBER",
        "upn,UPN",
        "street_number,HOUSE",
        "address_1,ADDRESS",
        "suburb,TOWN",
        "city,TOWN",
        "state,REGION",
        "postcode,POSTCODE",
        "Post Code,POSTCODE",
        "E-mail,EMAIL",
        "Mobile number,PHONE",
        "Known as,KNOWN_AS",
        "Name,FULL_NAME",
        "Sex,SEX",
        "soc_sec_id,IGNORE",
        "group,IGNORE",
        "start date,IGNORE",
        "Child ID,LA_CHILD_ID"
    })
    void aHeadingIsUnderstood(String heading, ImportField field) {
        assertThat(ImportGuess.byHeading(heading)).isEqualTo(field);
    }

    @Test
    void aColumnWithoutATellingHeadingIsGuessedFromItsValues() {
        ImportMapping guess = ImportGuess.of(
                        List.of("a", "b", "c", "d"),
                        List.of(
                                List.of("999 000 0018", "9990000026"),
                                List.of("BD1 1HX", "ls1 4ap"),
                                List.of("a@school.example", "b@school.example"),
                                List.of("14", "15")))
                .mapping();

        assertThat(guess.fields())
                .containsExactly(ImportField.NHS_NUMBER, ImportField.POSTCODE, ImportField.EMAIL, ImportField.IGNORE);
    }

    @Test
    void aMappingIsCorrectedByHeadingOrNumber() {
        ImportMapping mapping = new ImportMapping(List.of(ImportField.IGNORE, ImportField.IGNORE))
                .with(Map.of("Who", "full-name", "2", "date-of-birth"), List.of("who", "when"));

        assertThat(mapping.fields()).containsExactly(ImportField.FULL_NAME, ImportField.BIRTH);
    }

    @Test
    void aMappingThatMapsNothingSaysSo() {
        List<String> headings = List.of("a", "b");

        assertThatThrownBy(() -> new ImportMapping(List.of(ImportField.IGNORE, ImportField.IGNORE)).check(headings))
                .hasMessageContaining("No column would be imported");
        assertThatThrownBy(() -> new ImportMapping(List.of(ImportField.BIRTH, ImportField.IGNORE)).check(headings))
                .hasMessageContaining("No column holds a name");
        assertThatThrownBy(
                        () -> new ImportMapping(List.of(ImportField.FULL_NAME, ImportField.FULL_NAME)).check(headings))
                .hasMessageContaining("cannot both be");
        assertThatThrownBy(() -> new ImportMapping(List.of(ImportField.IGNORE, ImportField.IGNORE))
                        .with(Map.of("zzz", "full-name"), headings))
                .hasMessageContaining("There is no column “zzz”");
        assertThatThrownBy(() -> new ImportMapping(List.of(ImportField.IGNORE, ImportField.IGNORE))
                        .with(Map.of("a", "shoe-size"), headings))
                .hasMessageContaining("There is no field “shoe-size”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,dob\nAda,2010-01-02\n",
                "name;dob\nAda;2010-01-02",
                "name\tdob\r\nAda\t2010-01-02\r\n",
                "name|dob\nAda|2010-01-02",
                " name , dob \n Ada , 2010-01-02 \n",
                "\n\"name\",\"dob\"\n\n\"Ada\",\"2010-01-02\"\n,\n"
            })
    void separatorsSpacesAndBlankRowsDoNotMatter(String text) throws IOException {
        String withHeadingsFirst = text.startsWith("\n") ? text.substring(1) : text;

        assertThat(rows(withHeadingsFirst.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).containsExactly("Ada", "2010-01-02"));
    }

    @Test
    void aLineBreakWithinQuotationMarksIsPartOfTheValue() throws IOException {
        List<ImportTable.Row> rows = rows(bytes("name,note\n\"Ada\nKhan\",\"a \"\"b\"\", c\"\nBo,x\n"));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().cells()).containsExactly("Ada\nKhan", "a \"b\", c");
        assertThat(rows.get(1).no()).isEqualTo(3);
    }

    @Test
    void charactersAreFoundOutAndTold() throws IOException {
        String text = "name\nZoë Żak\n";
        assertThat(format(bytes("\uFEFF" + text)).hasMark()).isTrue();
        assertThat(rows(bytes("\uFEFF" + text)).getFirst().cells()).containsExactly("Zoë Żak");
        assertThat(format(bytes(text)).words()).startsWith("UTF-8");

        byte[] windows = "name\nZoë\n".getBytes(Charset.forName("windows-1252"));
        assertThat(format(windows).words()).startsWith("Windows characters (1252)");
        assertThat(rows(windows).getFirst().cells()).containsExactly("Zoë");
    }

    @Test
    void aDamagedRowIsToldAndTheOthersAreRead() throws IOException {
        byte[] broken = bytes("name\nZoë\nAda?\n");
        broken[broken.length - 2] = (byte) 0xE9;

        List<ImportTable.Row> rows = rows(broken);

        assertThat(rows.getFirst().problem()).isNull();
        assertThat(rows.get(1).problem()).contains("damaged");
    }

    @Test
    void aRaggedRowIsTold() throws IOException {
        List<ImportTable.Row> rows = rows(bytes("a,b\n1\n1,2,3\n1,2,,\n1,2\n"));

        assertThat(rows).extracting(row -> row.problem() == null).containsExactly(false, false, true, true);
        assertThat(rows.get(1).problem()).contains("3 values and there are 2 headings");
    }

    @Test
    void aFileThatIsNoTableIsRefusedWithWhatToDo() {
        refuses(new byte[0], "The file is empty");
        refuses(bytes("\n"), "The first row is empty");
        refuses(new byte[] {'P', 'K', 3, 4, 9, 9}, "save it as “CSV UTF-8”");
        refuses("name\nAda".getBytes(StandardCharsets.UTF_16), "UTF-16");
        refuses(new byte[] {'a', 0, 1, 2, 'b', '\n'}, "not a text file");
        refuses(bytes("name,Name\nx,y\n"), "Columns 1 and 2 have the same heading");
        refuses(bytes("name\n\"Ada\n"), "quotation mark is not closed");
        refuses(bytes("name\n\"" + "x\n".repeat(500_000) + "\n"), "opened at line 2, and the file ends within it");
    }

    @Test
    void anInchMarkInAValueDoesNotStopTheReader() throws IOException {
        String row = "a 6\" nail,x\n";

        assertThat(rows(bytes("a,b\n" + row.repeat(40_000)))).hasSize(40_000);
    }

    @Test
    void aDateWithoutSeparatorsIsYearFirstWhenItCanBe() {
        assertThat(read("Ada", "19990219").born()).isEqualTo(BirthDate.on(LocalDate.of(1999, 2, 19)));
        assertThat(read("Ada", "19022010").born()).isEqualTo(BirthDate.on(LocalDate.of(2010, 2, 19)));
        assertThat(read("Ada", "3rd July 2011").born()).isEqualTo(BirthDate.on(LocalDate.of(2011, 7, 3)));
        assertThat(read("Ada", "").born()).isEqualTo(BirthDate.unknown());
    }

    @Test
    void whatWouldMakeAWrongPersonIsRefusedWithItsFieldAndReason() {
        refusesRow(List.of("", ""), "name", "has no name");
        refusesRow(List.of("Ada", "2011-02-30"), "dob", "");
        refusesRow(List.of("x".repeat(201), ""), "name", "longer than 200");
        refusesRow(List.of("x".repeat(2000), ""), "name", "longer than 1,000");
    }

    @Test
    void anAddressIsPutTogetherAndAForeignPostcodeStaysInIt() {
        ImportMapping mapping = new ImportMapping(List.of(
                ImportField.FAMILY_NAME,
                ImportField.HOUSE,
                ImportField.ADDRESS,
                ImportField.TOWN,
                ImportField.POSTCODE));
        ImportRowReader reader = new ImportRowReader(mapping, List.of("n", "h", "a", "t", "p"), TODAY);

        ImportContent foreign = content(reader.read(List.of("Testley", "6", "tullaroop street", "st james", "4011")));
        ImportContent local = content(reader.read(List.of("Testley", "", "", "", "bd11hx")));

        assertThat(foreign.facts().get("address"))
                .isEqualTo(
                        new PersonAddress("home", "6 tullaroop street, st james, 4011", null, null, false, null, null));
        assertThat(foreign.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.says()).contains("not a UK postcode");
            assertThat(remark.value()).isEqualTo("4011");
        });
        assertThat(local.facts().get("address"))
                .isEqualTo(new PersonAddress("home", "BD1 1HX", "BD1 1HX", null, false, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "-1", "@SUM(A1)", "\tx"})
    void aCellThatASpreadsheetWouldRunIsMadeText(String cell) {
        assertThat(ImportText.neutral(cell)).startsWith("'");
    }

    @Test
    void lettersOfEveryDirectionStayAndHiddenCharactersGo() {
        assertThat(ImportText.clean(" محمد\u202E  علي\u0000 ")).isEqualTo("محمد علي");
    }

    private static ImportContent read(String name, String birth) {
        return content(reader().read(List.of(name, birth)));
    }

    private static ImportRowReader reader() {
        return new ImportRowReader(
                new ImportMapping(List.of(ImportField.FULL_NAME, ImportField.BIRTH)), List.of("name", "dob"), TODAY);
    }

    private static ImportContent content(ImportReading reading) {
        assertThat(reading).isInstanceOf(Readable.class);
        return ((Readable) reading).content();
    }

    private static void refusesRow(List<String> cells, String field, String reason) {
        assertThat(reader().read(cells)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.field()).isEqualTo(field);
            assertThat(rejected.reason()).contains(reason);
        });
    }

    private static void refuses(byte[] file, String saying) {
        assertThatThrownBy(() -> rows(file)).isInstanceOf(RuleBroken.class).hasMessageContaining(saying);
    }

    private static ImportFormat format(byte[] file) throws IOException {
        return ImportFormat.of(new ByteArrayResource(file));
    }

    private static List<ImportTable.Row> rows(byte[] file) throws IOException {
        ByteArrayResource resource = new ByteArrayResource(file);
        List<ImportTable.Row> rows = new ArrayList<>();
        try (ImportTable table = ImportTable.open(resource, ImportFormat.of(resource))) {
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
