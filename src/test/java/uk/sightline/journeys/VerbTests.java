package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that cannot do what it is told says why in one line and does not exit with 0. */
@Tag("journey")
class VerbTests {

    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final int NOT_RUNNING = 3;

    @TempDir
    Path folder;

    private Product product;

    @BeforeEach
    void nothingRuns() {
        product = new Product(folder, null);
    }

    @Test
    void aWordOrAnOptionThatIsNoneIsSaidAndNothingIsStarted() throws Exception {
        says(REFUSED, "chekc", "chekc");
        says(REFUSED, "--bogus", "status", "--bogus");
        says(REFUSED, "--port", "start", "--port", "many");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void whereThereIsNoDatabaseNothingIsProved() throws Exception {
        says(FAILED, "there is no database in", "check", "--json");
        says(FAILED, "there is no database in", "verify-audit");
        says(FAILED, "there is no database in", "import", "people", "nobody.csv");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aPortInUseIsSaidBeforeAnythingIsLoaded() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            says(FAILED, "port " + port + " is in use", "start", "--port", Integer.toString(port));
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void aFolderThatIsAFileIsSaid() throws Exception {
        Files.writeString(folder.resolve("data"), "no folder");
        says(FAILED, "is a file and no folder", "start", "--port", "0");
    }

    @Test
    void aDatabaseThatIsAwayIsNamedByItsAddress() throws Exception {
        int nobody = freePort();
        Product away = new Product(folder, "jdbc:postgresql://localhost:" + nobody + "/x?user=nobody&password=secret");
        for (String verb : new String[] {"check", "verify-audit", "start"}) {
            Product.Verb answer = away.run(verb);
            assertThat(answer.exit()).isEqualTo(FAILED);
            assertThat(answer.said().strip())
                    .hasLineCount(1)
                    .contains("localhost:" + nobody)
                    .doesNotContain("secret");
        }
    }

    @Test
    void whatDoesNotRunIsNotStoppedAndItsFileMayBeNonsense() throws Exception {
        says(NOT_RUNNING, "does not run", "status");
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("sightline.pid"), "nonsense\n");
        says(NOT_RUNNING, "does not run", "status");
        says(0, "does not run", "stop");
    }

    @Test
    void besideAProductEachVerbSaysWhatIsWrong() throws Exception {
        try (Product running = product.start()) {
            says(FAILED, "already runs at", "start");
            says(REFUSED, "--bogus", "check", "--bogus");
            says(REFUSED, "There is no such file: nobody.csv", "import", "people", "nobody.csv");
            says(FAILED, "there is no nobody.log", "verify-audit", "--against", "nobody.log");
            says(FAILED, "users", "bench", "--users", "0");
        }
    }

    private void says(int exit, String words, String... arguments) throws IOException, InterruptedException {
        Product.Verb answer = product.run(arguments);
        assertThat(answer.said().strip()).contains(words).hasLineCount(1);
        assertThat(answer.exit()).as(answer.said()).isEqualTo(exit);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
