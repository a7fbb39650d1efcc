package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delivered product on a PostgreSQL that somebody else runs: Debian's, which is 15 on Debian 12. */
@Tag("journey")
class ExternalPostgresTests {

    private static final int RECEIVED = 4;

    private final AtWork work = new AtWork(15);

    @Test
    void twoNodesShareOneDatabaseAndOneGoesOnWhenTheOtherIsKilled(@TempDir Path folder) throws Exception {
        try (ExternalPostgres postgres = ExternalPostgres.start();
                Product first = new Product(Files.createDirectory(folder.resolve("first")), postgres.jdbc());
                Product second = new Product(Files.createDirectory(folder.resolve("second")), postgres.jdbc())) {
            first.start();
            second.start();
            HttpUser lead = new HttpUser(first.port()).signInAs(AtWork.LEAD, 0);
            HttpReferring begun = HttpReferring.begin(lead);
            begun.worry("1");
            work.until(RECEIVED, first.port(), first::kill);

            work.isAllThere(second.port());
            lead.goesTo(second.port());
            assertThat(lead.get("/referrals").text()).contains(begun.send());
            Product.Verb check = second.run("check");
            assertThat(check.exit()).as(check.said()).isZero();
            Product.Verb log = second.run("verify-audit");
            assertThat(log.exit()).as(log.said()).isZero();
        }
    }
}
