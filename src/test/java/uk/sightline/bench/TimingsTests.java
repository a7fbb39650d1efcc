package uk.sightline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimingsTests {

    @Test
    void aPercentileIsATimeThatWasMeasured() {
        Timings timings = new Timings();
        for (long milli = 2_000; milli >= 1; milli--) {
            timings.add(milli * 1_000_000);
        }
        assertThat(timings.percentile(50)).isEqualTo(1_000);
        assertThat(timings.percentile(95)).isEqualTo(1_900);
        assertThat(timings.percentile(99)).isEqualTo(1_980);
        assertThat(timings.percentile(100)).isEqualTo(2_000);
        assertThat(new Timings().percentile(50)).isZero();
    }

    @Test
    void theReportSaysHowManyErrorsThereWereInEveryForm() {
        Timings page = new Timings();
        page.add(10_000_000);
        page.addError();
        Timings read = new Timings();
        read.add(4_000_000);
        Report report = Report.of(
                3, 2, Map.of(Operation.QUEUE, page), Map.of(Operation.QUEUE, read), OptionalLong.of(300L << 20));
        assertThat(report.errors()).isEqualTo(1);
        assertThat(report.markdown())
                .contains("| Front-door queue | 1 | 1 | 10.0 | 10.0 | 10.0 | 4.0 | 4.0 | 2.5 |")
                .contains("300 MiB");
        assertThat(report.text()).contains("Front-door queue").contains("1 errors");
        assertThat(report.json()).contains("\"p50 ms\": 10.0").contains("\"errors\": 1");
    }

    @Test
    void everyStatementThatIsTimedIsOneThatTheProductRuns() {
        assertThat(BareRead.ALL).allSatisfy(read -> assertThat(read.sql()).allMatch(sql -> sql.contains("from")));
    }

    @Test
    void nothingButThisMachineIsDriven() {
        assertThatThrownBy(() -> new Drive(
                        URI.create("http://sightline.example:80"),
                        List.of(UUID.randomUUID()),
                        1,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
