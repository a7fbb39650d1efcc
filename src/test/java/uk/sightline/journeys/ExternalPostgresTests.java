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

    @Test
    void twoNodesShareOneDatabaseAndOneGoesOnWhenTheOtherIsKilled(@TempDir Path folder) throws Exception {
        try (ExternalPostgres postgres = ExternalPostgres.start();
                Product first = new Product(Files.createDirectory(folder.resolve("first")), postgres.jdbc());
                Product second = new Product(Files.createDirectory(folder.resolve("second")), postgres.jdbc())) {
            first.start();
            second.start();
            HttpUser user = new HttpUser(second.port()).signInAs("Front-door worker", 0);
            first.kill();
            assertThat(user.get("/front-door").status()).isEqualTo(200);
            Product.Verb check = second.run("check");
            assertThat(check.exit()).as(check.said()).isZero();
        }
    }
}
