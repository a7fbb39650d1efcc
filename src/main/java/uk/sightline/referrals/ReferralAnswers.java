package uk.sightline.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;

/** What referrers answered about exploitation, for whoever assesses the person next: nothing is asked twice. */
@Repository
public class ReferralAnswers {

    /** The newest first; row security leaves those that the actor may see. The assessment is the first subject's. */
    private static final String OF_PERSON = """
            select r.id, r.reference, r.received_at, (r.form -> 'assessment')::text as assessment
            from referrals.subject s join referrals.referral r on r.id = s.referral_id
            where s.person_id = :person and s.no = 1 and r.form -> 'assessment' ->> 'tool' = :tool
            order by r.received_at desc, r.id
            """;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Access access;
    private final Audit audit;

    ReferralAnswers(JdbcClient sql, JsonMapper json, Access access, Audit audit) {
        this.sql = sql;
        this.json = json;
        this.access = access;
        this.audit = audit;
    }

    /** What one referral said, and by which version of the tool. */
    public record Answered(
            UUID referral, String reference, Instant receivedAt, String version, List<ReferralForm.Said> answers) {}

    /**
     * The answers of the latest referral about somebody that came with an assessment by this tool and that the actor may
     * see; nothing tells one that they may not see from none. Reading it is on the record.
     *
     * @param tool its key, whatever the version
     */
    @Transactional
    public Optional<Answered> latest(UUID person, String tool) {
        Optional<Answered> latest = sql
                .sql(OF_PERSON)
                .param("person", person)
                .param("tool", tool)
                .query((row, n) -> answered(row))
                .list()
                .stream()
                .filter(each -> access.decide(Action.VIEW, each.referral()).allowed())
                .findFirst();
        latest.ifPresent(each -> audit.viewed(Referrals.KIND, each.referral()));
        return latest;
    }

    private Answered answered(ResultSet row) throws SQLException {
        ReferralForm.Assessment sent = json.readValue(row.getString("assessment"), ReferralForm.Assessment.class);
        return new Answered(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                sent.version(),
                sent.answers());
    }
}
