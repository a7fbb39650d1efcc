package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The delivered product, killed with -9 in the middle of people's work: whatever it had said it saved is there after the
 * next start, nothing is half there, and the log still proves itself. A row altered behind its back is named.
 */
@Tag("journey")
class KilledTests {

    private static final int RECEIVED = 6;

    private static final String REFERENCES = "select reference from referrals.referral";

    private static final String ALTER_AN_ENTRY = """
            update audit.entry set action = 'something else'
            where id = (select entry_id from audit.leaf order by no desc limit 1) returning id
            """;

    private final AtWork work = new AtWork(20261110);

    @Test
    void everythingAcknowledgedSurvivesAndAnAlteredLogIsNamed(@TempDir Path folder) throws Exception {
        try (Product product = new Product(folder, null).start()) {
            work.until(RECEIVED, product.port(), product::kill);
            product.start();
            work.isAllThere(product.port());
            work.until(RECEIVED, product.port(), () -> {
                product.kill();
                product.killDatabase();
            });
            isWhole(product.start());

            long entry = alterOneEntry(product);
            Product.Verb altered = product.run("verify-audit");
            assertThat(altered.exit()).as(altered.said()).isEqualTo(1);
            assertThat(altered.said()).contains("FOUND: ").contains(Long.toString(entry));
        }
    }

    private void isWhole(Product product) throws IOException, InterruptedException, SQLException {
        assertThat(references(product)).containsAll(work.received());
        work.isAllThere(product.port());
        Product.Verb check = product.run("check");
        assertThat(check.exit()).as(check.said()).isZero();
        Product.Verb log = product.run("verify-audit");
        assertThat(log.exit()).as(log.said()).isZero();
    }

    private static Set<String> references(Product product) throws IOException, SQLException {
        Set<String> references = new HashSet<>();
        try (Connection superuser = product.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(REFERENCES)) {
            while (row.next()) {
                references.add(row.getString(1));
            }
        }
        return references;
    }

    private static long alterOneEntry(Product product) throws IOException, SQLException {
        try (Connection superuser = product.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(ALTER_AN_ENTRY)) {
            row.next();
            return row.getLong(1);
        }
    }
}
