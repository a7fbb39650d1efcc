package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.select.Elements;
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
            String receipt = begun.send();
            String id = sent(lead, receipt).select("a").attr("href").replaceAll(".*/", "");
            HttpUser worker = new HttpUser(second.port()).signInAs(AtWork.WORKER, AtWork.FIRST_WORKER);
            AtWork.decide(worker, "/front-door/" + id);
            assertThat(sent(lead, receipt).text()).contains("Answered");

            Product.Verb check = second.run("check");
            assertThat(check.exit()).as(check.said()).isZero();
            Product.Verb log = second.run("verify-audit");
            assertThat(log.exit()).as(log.said()).isZero();
        }
    }

    private static Elements sent(HttpUser lead, String receipt) throws IOException, InterruptedException {
        return lead.get("/referrals").page().select("tr:contains(" + receipt + ")");
    }
}
