package uk.sightline.referrals;

import static uk.sightline.referrals.ReferralStore.utc;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.referrals.SubjectRow.Match;

/** Who the subjects of a referral are: the answer that stands, and every judgement that led to it. */
@Repository
class SubjectStore {

    private static final String OF = """
            select s.id, s.no, s.name, s.born, s.age_estimate, s.created_at, s.state, s.person_id, s.why
            from referrals.subject s where s.referral_id = :referral order by s.no
            """;

    private static final String SETTLE = """
            update referrals.subject
            set state = :state, person_id = :person::uuid, why = :why, settled_by = :by, settled_at = :at,
                version = version + 1
            where id = :id and state = 'unmatched'
            """;

    private static final String UNSETTLE = """
            update referrals.subject
            set state = 'unmatched', person_id = null, why = null, settled_by = null, settled_at = null,
                version = version + 1
            where id = :id
            """;

    private static final String JUDGE = """
            insert into referrals.judgement
              (id, referral_id, subject_id, verdict, person_id, why, created_by, created_at)
            values (:id, :referral, :subject, :verdict, :person::uuid, :why, :by, :at)
            """;

    private final JdbcClient sql;
    private final InstantSource time;

    SubjectStore(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    List<SubjectRow> of(UUID referral) {
        return sql.sql(OF)
                .param("referral", referral)
                .query((row, n) -> new SubjectRow(
                        row.getObject("id", UUID.class),
                        row.getInt("no"),
                        row.getString("name"),
                        row.getObject("born", LocalDate.class),
                        row.getObject("age_estimate", Integer.class),
                        London.date(row.getObject("created_at", OffsetDateTime.class)
                                .toInstant()),
                        Match.of(row.getString("state")),
                        row.getObject("person_id", UUID.class),
                        row.getString("why")))
                .list();
    }

    /** @return how many rows changed: none when the subject was settled meanwhile */
    int settle(UUID subject, Match match, @Nullable UUID person, @Nullable String why) {
        return sql.sql(SETTLE)
                .param("id", subject)
                .param("state", match.code())
                .param("person", person)
                .param("why", why)
                .param("by", Actor.current().id())
                .param("at", utc(time.instant()))
                .update();
    }

    void unsettle(UUID subject) {
        sql.sql(UNSETTLE).param("id", subject).update();
    }

    void judge(UUID referral, UUID subject, String verdict, @Nullable UUID person, @Nullable String why) {
        sql.sql(JUDGE)
                .param("id", Ids.next())
                .param("referral", referral)
                .param("subject", subject)
                .param("verdict", verdict)
                .param("person", person)
                .param("why", why)
                .param("by", Actor.current().id())
                .param("at", utc(time.instant()))
                .update();
    }
}
