package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delivered product, killed with -9 in the middle of an import: the same command again does the rest, once. */
@Tag("journey")
class ImportKilledTests {

    private static final int ROWS = 16_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String REACHED = "select coalesce(max(reached), 0) from imports.batch where state = 'running'";
    private static final String PEOPLE = "select count(distinct person_id) from imports.origin where source = 'Killed'";
    private static final String RECORDS = "select count(*) from people.person where source = 'Killed'";
    private static final String ACTS = """
            select count(*) from audit.entry where action = 'add' and kind = 'identity' and detail like 'import I-%'
            """;

    @TempDir
    Path folder;

    @Test
    void theSameCommandAgainGoesOnWhereTheKilledOneWas() throws Exception {
        Path file = Files.writeString(folder.resolve("extract.csv"), extract());
        try (Product product = new Product(folder, null)) {
            product.start().close();

            Process first = product.begin("import", "people", file.toString(), "--source", "Killed");
            int reached = untilSomeAreDone(product, first);
            first.destroyForcibly().waitFor();
            assertThat(reached).isBetween(1, ROWS);
            assertThat(number(product, PEOPLE))
                    .isEqualTo(number(product, RECORDS))
                    .isEqualTo(number(product, ACTS));

            Product.Verb second = product.run("import", "people", file.toString(), "--source", "Killed", "--json");

            assertThat(second.exit()).as(second.said()).isZero();
            assertThat(second.said())
                    .contains("Taking up the import of this file that stopped half-way")
                    .contains("\"state\":\"done\"", "\"read\":" + ROWS, "\"new\":" + ROWS, "\"rejected\":0");
            Product.Verb third = product.run("import", "people", file.toString(), "--source", "Killed", "--json");
            assertThat(third.said()).contains("\"new\":0", "\"unchanged\":" + ROWS);
        }
    }

    /** Asks the database that the verb has started, past the product; what is committed then is what must be kept. */
    private static int untilSomeAreDone(Product product, Process verb) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        int reached = 0;
        while (reached == 0 && verb.isAlive() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(50);
            reached = number(product, REACHED);
        }
        return reached;
    }

    private static int number(Product product, String query) {
        try (Connection superuser = product.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        } catch (IOException | SQLException notUpYet) {
            return 0;
        }
    }

    private static String extract() {
        StringBuilder file = new StringBuilder("id,name,dob\n");
        for (int i = 0; i < ROWS; i++) {
            String name = "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + (char) ('a' + i / 676 % 26);
            file.append("%d,Killian Halfway%s,2011-02-03%n".formatted(i, name));
        }
        return file.toString();
    }
}
