package uk.sightline.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./sightline link} as somebody types it, over files of invented people. */
class LinkCommandTests {

    private static final String PEOPLE = """
            rec_id,First Name,Surname,DOB,Post Code,Gender,Notes
            1,Amina,Holden,2011-07-03,BD1 1AA,F,x
            2,Robert,Kirkby,1980-01-30,BD2 2BB,M,x
            3,Aminah,Holden,2011-07-03,BD1 1AA,F,y
            4,Bob,Kirkby,30/01/1980,BD2 2BB,M,z
            5,Grace,Otley,1999-12-01,LS1 3CC,F,z
            6,Holden,Amina,2011-03-07,BD1 1AA,F,
            """;

    private static final String TRUTH = "id,person\n1,a\n2,b\n3,a\n4,b\n5,c\n6,a\n";

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String told) {}

    @Test
    void thePairsOfAFileAreFoundJudgedAndExplained() throws IOException {
        Ran ran = link("--truth", file("truth.csv", TRUTH), "--json", file("people.csv", PEOPLE));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines().toList().getLast())
                .startsWith("{\"records\":6,\"pairs\":4,")
                .contains("\"precision\":1.000000", "\"best_f1\":1.000000", "\"peak_mb\":");
        List<String> pairs = pairs();
        assertThat(pairs.getFirst())
                .isEqualTo(
                        "id_a,id_b,probability,weight,decision,given-name,family-name,birth-date,postcode,name-order");
        assertThat(pairs.stream().skip(1).map(row -> row.split(",")[0] + row.split(",")[1]))
                .containsExactlyInAnyOrder("13", "24", "16", "36");
    }

    @Test
    void whatEachColumnIsUsedForIsSaidAndAProtectedCharacteristicIsNotUsed() throws IOException {
        Ran ran = link(file("people.csv", PEOPLE));
        assertThat(ran.told())
                .contains("Surname: family name", "DOB: birth date", "Gender: not used", "Notes: not used");
        assertThat(link("--evidence", "sex", file("people.csv", PEOPLE)).told()).contains("Gender: sex");
    }

    @Test
    void theSameFilesGiveTheSameAnswer() throws IOException {
        link(file("people.csv", PEOPLE));
        List<String> first = pairs();
        link(file("people.csv", PEOPLE));
        assertThat(pairs()).isEqualTo(first);
    }

    @Test
    void twoFilesAreLinkedWithEachOther() throws IOException {
        Ran ran = link(
                file("people.csv", PEOPLE),
                file("other.csv", "key;name;born\nx;Amina Holden;03.07.2011\ny;Owen Farnley;01.02.1970\n"));
        assertThat(ran.told()).contains("name: full name", "born: birth date");
        assertThat(pairs().stream().skip(1).map(row -> row.split(",")[1]).distinct())
                .containsExactly("x");
    }

    @Test
    void aModelThatWasSavedIsUsedAgain() throws IOException {
        Path model = folder.resolve("model.json");
        link("--save-model", model.toString(), file("people.csv", PEOPLE));
        List<String> learnt = pairs();
        assertThat(Files.readString(model))
                .contains("\"label\" : \"Birth date\"")
                .doesNotContain("Amina", "Kirkby");
        link("--model", model.toString(), file("people.csv", PEOPLE));
        assertThat(pairs()).isEqualTo(learnt);
    }

    @Test
    void theModelIsWrittenForSplinkWithChancesThatAddUp() throws IOException {
        Path splink = folder.resolve("splink.json");
        link("--splink", splink.toString(), "--splink-dialect", "duckdb", file("people.csv", PEOPLE));
        JsonNode settings = JsonMapper.builder().build().readTree(Files.readString(splink));
        assertThat(settings.path("sql_dialect").asString("")).isEqualTo("duckdb");
        assertThat(settings.path("blocking_rules_to_generate_predictions").size())
                .isPositive();
        for (JsonNode comparison : settings.path("comparisons")) {
            double same = 0;
            double other = 0;
            for (JsonNode level : comparison.path("comparison_levels")) {
                same += level.path("m_probability").asDouble(0);
                other += level.path("u_probability").asDouble(0);
            }
            assertThat(same)
                    .as(comparison.path("output_column_name").asString(""))
                    .isCloseTo(1, within(1e-6));
            assertThat(other).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void everyRecordIsInACluster() throws IOException {
        Path clusters = folder.resolve("clusters.csv");
        link("--clusters", clusters.toString(), "--automatic", "0.9", file("people.csv", PEOPLE));
        assertThat(Files.readAllLines(clusters))
                .containsExactly("id,cluster", "1,1", "2,2", "3,1", "4,2", "5,5", "6,1");
    }

    @Test
    void whatCannotWorkIsRefusedInWordsAndLeavesNoFile() throws IOException {
        String people = file("people.csv", PEOPLE);
        refused("There is no file", folder.resolve("none.csv").toString());
        refused("There is no column “Nobody”", "--map", "Nobody=family-name", people);
        refused("There is no field “colour”", "--map", "Surname=colour", people);
        refused("There is no field “age”", "--evidence", "age", people);
        refused("a chance above 0.5", "--automatic", "1.5", people);
        refused("is empty", file("empty.csv", ""));
        refused("No column tells people apart", file("other.csv", "colour,shape\nred,round\n"));
        refused("it is not JSON", "--model", file("model.json", "[1"), people);
        refused("knows none", "--truth", file("truth.csv", "id,person\n77,a\n"), people);
    }

    private void refused(String says, String... arguments) {
        Ran ran = link(arguments);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.told()).contains(says);
        assertThat(folder.resolve("pairs.csv")).doesNotExist();
        assertThat(folder.resolve("pairs.csv.part")).doesNotExist();
    }

    @Test
    void brokenRowsDoNoHarm() throws IOException {
        String broken = PEOPLE + "7\n8,A,B\n9,,,,,,\n10," + "x".repeat(1_000_000) + ",Holden,2011-07-03,BD1 1AA,F,\n";
        Ran ran = link("--json", file("people.csv", broken));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("\"records\":10");
    }

    @Test
    void fourHundredTimesTheSamePersonIsOneCluster() throws IOException {
        StringBuilder rows = new StringBuilder("id,first name,surname,dob\n");
        for (int i = 0; i < 400; i++) {
            rows.append(i).append(",Amina,Holden,2011-07-03\n");
        }
        Path clusters = folder.resolve("clusters.csv");
        Ran ran = link("--clusters", clusters.toString(), file("same.csv", rows.toString()));
        assertThat(ran.exit()).isZero();
        assertThat(pairs()).hasSize(400 * 399 / 2 + 1);
    }

    private List<String> pairs() throws IOException {
        return Files.readAllLines(folder.resolve("pairs.csv"));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private Ran link(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--out", folder.resolve("pairs.csv").toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            int exit = new CommandLine(new LinkCommand())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .execute(all.toArray(String[]::new));
            return new Ran(exit, out.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }
}
