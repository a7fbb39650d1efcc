package uk.sightline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.SightlineTest;
import uk.sightline.audit.BulkEntries;

/** A short run on a small district. No time is asserted. */
@SightlineTest
@TestPropertySource(
        properties = {
            "sightline.data=target/bench-own-${PID:0}",
            "sightline.db=",
            "sightline.demo=true",
            "sightline.people=500"
        })
class AuditBenchTests {

    @LocalServerPort
    private int port;

    @Autowired
    private AuditedWrites writes;

    @Autowired
    private Sealing sealing;

    @Autowired
    private BulkEntries bulk;

    @Autowired
    private BenchAccounts accounts;

    @Value("${sightline.data}")
    private Path data;

    @Test
    void onlyAuditedSavesAddToTheLog() throws Exception {
        try (Connection superuser = OwnProduct.asSuperuser(data)) {
            URI address = URI.create("http://localhost:" + port);
            Report report = writes.measure(address, 3, Duration.ZERO, Duration.ofSeconds(2));
            assertThat(report.notes()).isEmpty();
            assertThat(report.errors()).isZero();
            assertThat(report.rows()).singleElement().satisfies(row -> {
                assertThat(row.subList(3, row.size()))
                        .allSatisfy(
                                figure -> assertThat(Double.parseDouble(figure)).isPositive());
                assertThat(saves(superuser)).isEqualTo(Long.parseLong(row.get(1)));
            });
        }
    }

    private static long saves(Connection superuser) throws Exception {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from audit.entry where action = 'change' and session = 'bench'")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void everyEntryIsSeenToBeSealed() throws Exception {
        UUID account = accounts.ofTheFrontDoor().getFirst();
        AtomicBoolean done = new AtomicBoolean();
        try (Connection superuser = OwnProduct.asSuperuser(data);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sequencer = threads.submit(() -> {
                while (!done.get()) {
                    bulk.seal(count -> {});
                }
            });
            try {
                Report report = sealing.measure(superuser, account, 100, Duration.ofSeconds(1));
                assertThat(report.rows())
                        .singleElement()
                        .satisfies(row -> assertThat(row.subList(0, 3)).containsExactly("100", "100", "0"));
                long wanted = RowCounts.of(superuser).rows().getOrDefault("audit.entry", 0L) + 12_000;
                sealing.fill(superuser, account, wanted);
                assertThat(RowCounts.of(superuser).rows())
                        .containsEntry("audit.entry", wanted)
                        .containsEntry("audit.leaf", wanted);
            } finally {
                done.set(true);
                sequencer.get();
            }
        }
    }

    @Test
    void aVerificationIsToldByTheSecondAndTheProcessor() {
        Report report = AuditRuns.verified(JsonMapper.shared()
                .readTree("{\"sealed\": 1000000, \"findings\": 0, \"seconds\": 4.0, \"processor\": 2.5}"));
        assertThat(report.rows()).containsExactly(List.of("1000000", "0", "4.00", "250000", "2.50", "400000"));
        assertThat(report.errors()).isZero();
    }
}
