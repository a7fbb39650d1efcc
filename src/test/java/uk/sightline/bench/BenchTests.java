package uk.sightline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import uk.sightline.SightlineTest;
import uk.sightline.platform.SuperUser;

/** A short run on a small district that the product itself loaded at its first start. No time is asserted. */
@SightlineTest
@TestPropertySource(
        properties = {
            "sightline.data=target/bench-${random.uuid}",
            "sightline.db=",
            "sightline.demo=true",
            "sightline.people=500"
        })
class BenchTests {

    private static final int USERS = 3;

    @LocalServerPort
    private int port;

    @Autowired
    private BenchAccounts accounts;

    @Autowired
    private BareReads bare;

    @Autowired
    private Silence silence;

    @Autowired
    private ApplicationContext product;

    @Test
    void aSearchThatMeetsASealedPersonIsMeasuredBesideOneForNobodyAndNothingOfItStays() {
        UUID worker = accounts.ofTheFrontDoor().getFirst();
        long before = peopleKnown();

        Report report = silence.measure(worker, 10);

        assertThat(report.errors()).isZero();
        assertThat(report.rows())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo("10"));
        assertThat(peopleKnown()).isEqualTo(before);
    }

    private long peopleKnown() {
        return SuperUser.of(product)
                .sql("select count(*) from people.person")
                .query(Long.class)
                .single();
    }

    @Test
    void everyOperationIsAnsweredWithThePageAskedFor() throws Exception {
        List<UUID> workers = accounts.ofTheFrontDoor();
        assertThat(workers).hasSize(7);
        Drive drive = new Drive(
                URI.create("http://localhost:" + port),
                workers,
                USERS,
                Duration.ZERO,
                Duration.ofSeconds(4),
                Duration.ZERO);
        Map<Operation, Timings> pages = drive.run();
        assertThat(pages.values()).allSatisfy(timings -> {
            assertThat(timings.errors()).isZero();
            assertThat(timings.count()).isPositive();
        });
    }

    @Test
    void theBareStatementsRunAsTheSamePeople() throws Exception {
        Map<Operation, Timings> reads =
                bare.run(accounts.ofTheFrontDoor(), USERS, Duration.ofMillis(400), Duration.ofMillis(5));
        assertThat(reads).hasSize(6);
        assertThat(reads.values())
                .allSatisfy(timings -> assertThat(timings.count()).isPositive());
    }

    @Test
    void theWorkListIsOpenedAndReadAsTheSamePeople() throws Exception {
        List<UUID> workers = List.of(
                accounts.ofTheFrontDoor().getFirst(), accounts.ofTheHub().getFirst());
        Report report = new WorkPages(
                        URI.create("http://localhost:" + port),
                        workers,
                        USERS,
                        Duration.ofMillis(200),
                        Duration.ofSeconds(2))
                .measure(bare);
        assertThat(report.errors()).isZero();
        assertThat(report.rows()).extracting(List::getFirst).containsExactly("My work", "Team's list");
        assertThat(report.rows())
                .allSatisfy(row -> assertThat(row.subList(3, row.size()))
                        .allSatisfy(
                                figure -> assertThat(Double.parseDouble(figure)).isPositive()));
    }
}
