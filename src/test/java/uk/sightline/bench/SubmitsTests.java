package uk.sightline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import uk.sightline.SightlineTest;

/** A short run on a small district. No time is asserted. */
@SightlineTest
@TestPropertySource(
        properties = {
            "sightline.data=target/bench-own-${PID:0}",
            "sightline.db=",
            "sightline.demo=true",
            "sightline.people=500"
        })
class SubmitsTests {

    @Autowired
    private Submits submits;

    @Value("${sightline.data}")
    private Path data;

    @Test
    void everySubmitWritesAsManyRowsAsTheSameStatementsRunBare() throws Exception {
        try (Connection superuser = OwnProduct.asSuperuser(data)) {
            RowCounts before = RowCounts.of(superuser);
            Report report = submits.measure(data, List.of(1, 3), Duration.ofMillis(200), Duration.ofSeconds(1));
            Map<String, Long> written = RowCounts.of(superuser).since(before);

            assertThat(report.errors()).isZero();
            assertThat(report.notes()).singleElement().asString().contains("statements each");
            assertThat(report.rows()).extracting(List::getFirst).containsExactly("1", "3");
            assertThat(report.rows())
                    .allSatisfy(row -> assertThat(row.subList(3, row.size()))
                            .allSatisfy(figure ->
                                    assertThat(Double.parseDouble(figure)).isPositive()));
            Long sent = written.get("referrals.referral");
            assertThat(written)
                    .containsEntry("referrals.subject", sent)
                    .containsEntry("referrals.receipt", sent)
                    .containsEntry("messages.mail", sent)
                    .containsEntry("audit.entry", sent)
                    .containsEntry("clocks.clock", sent);
        }
    }

    @Test
    void aScriptIsSentAnewWithItsOwnNamesOnly() {
        UUID team = UUID.randomUUID();
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Script script = Script.of(statements(team, one, "R-7KQ2M4X"), statements(team, other, "R-9KQ2M4Y"));
        List<Object> anew = script.anew().getFirst().values();
        assertThat(anew.get(0)).isEqualTo(team);
        assertThat(anew.get(1)).isInstanceOf(UUID.class).isNotIn(one, other);
        assertThat(anew.get(2)).asString().matches("R-\\w{7}").isNotEqualTo("R-7KQ2M4X");
        assertThat(anew.get(3)).isEqualTo("{\"id\":\"%s\"}".formatted(anew.get(1)));
        assertThat(anew.get(4)).isEqualTo(new Sent.Nothing(0));
        assertThat(script.writes()).isEqualTo(1);
    }

    @Test
    void otherStatementsTheSecondTimeAreNoScript() {
        List<Sent> two = List.of(new Sent("select 1", List.of()), new Sent("select 2", List.of()));
        assertThatThrownBy(() -> Script.of(two, two.reversed())).isInstanceOf(IllegalStateException.class);
    }

    private static List<Sent> statements(UUID team, UUID id, String reference) {
        String text = "{\"id\":\"%s\"}".formatted(id);
        return List.of(new Sent(
                "insert into t values (?, ?, ?, ?, ?)", List.of(team, id, reference, text, new Sent.Nothing(0))));
    }
}
