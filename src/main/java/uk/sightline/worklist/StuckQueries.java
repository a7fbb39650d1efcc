package uk.sightline.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.London;

/** What goes with referrals and has got stuck: messages given up, files never scanned, drafts that should be gone. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class StuckQueries {

    private static final String STUCK = """
            select s.kind, s.record_id, s.reference, s.since from worklist.stuck(:scanBefore, :purgeBefore) s
            """;

    private static final Duration SCAN = Duration.ofHours(1);
    private static final Duration PURGE = Duration.ofDays(1);

    private final JdbcClient sql;

    StuckQueries(JdbcClient sql) {
        this.sql = sql;
    }

    void find(Instant now, Consumer<Proof.Broken> broken) {
        sql.sql(STUCK)
                .param("scanBefore", Items.utc(now.minus(SCAN)))
                .param("purgeBefore", Items.utc(now.minus(PURGE)))
                .query((row, n) -> stuck(row))
                .list()
                .forEach(broken);
    }

    private static Proof.Broken stuck(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var since = London.dayAndTime(Items.instant(row, "since"));
        return new Proof.Broken(
                row.getObject("record_id", UUID.class),
                kind,
                row.getString("reference"),
                what(kind, since),
                remedy(kind));
    }

    private static String what(String kind, String since) {
        return switch (kind) {
            case "message" -> "A message of %s could not be delivered and was given up.".formatted(since);
            case "file" -> "A file has waited for the virus scanner since %s.".formatted(since);
            default -> "A draft should have been removed on %s.".formatted(since);
        };
    }

    private static String remedy(String kind) {
        return switch (kind) {
            case "message" -> "Ring whoever was to be told, correct the address, and send it again.";
            case "file" -> "Ask support whether the scanner runs; nobody can open the file until it is scanned.";
            default -> "Ask support whether the job that removes drafts runs.";
        };
    }
}
