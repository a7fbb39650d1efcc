package uk.sightline.referrals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.access.Colleagues;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.referrals.Referrals.Received;

/** Writes what arrives. */
@Repository
class ReferralStore {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(:key::text, 7413))";

    private static final String ADD = """
            insert into referrals.referral
              (id, reference, channel, edition, form, about, strands, their_level, danger, youngest_born, referrer_id,
               referrer_places, referrer_name, referrer_agency, referrer_email, out_of_hours, state, team_id, clock, due_at, received_at,
               acknowledged_at, created_by, created_at)
            values
              (:id, :reference, :channel, :edition, :form::jsonb, :about, :strands, :level, :danger, :born, :referrer,
               :places, :name, :agency, :email, :outOfHours, 'acknowledged', :team, :clock, :due, :at, :at, :by, :at)
            """;

    private static final String ADD_SUBJECT = """
            insert into referrals.subject
              (id, referral_id, no, name, born, age_estimate, state, created_by, created_at)
            values (:id, :referral, :no, :name, :born, :age, 'unmatched', :by, :at)
            """;

    private static final String ADD_RECEIPT = """
            insert into referrals.receipt (form_key, referral_id, reference, received_at, due_at, team_id, created_by)
            values (:key, :referral, :reference, :at, :due, :team, :by)
            """;

    private static final String ADD_CUSTODY = """
            insert into referrals.custody (id, referral_id, team_id, how, created_by, created_at)
            values (:id, :referral, :team, 'received', :by, :at)
            """;

    private static final String RECEIPT = """
            select referral_id, reference, received_at, due_at, team_id from referrals.receipt where form_key = :key
            """;

    /** As JSON writes the one character that PostgreSQL cannot keep. */
    private static final String NUL = "\\u0000";

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Colleagues colleagues;

    ReferralStore(JdbcClient sql, JsonMapper json, Colleagues colleagues) {
        this.sql = sql;
        this.json = json;
        this.colleagues = colleagues;
    }

    /** Holds back a second submission of the same form until this transaction has ended. */
    void lock(UUID key) {
        sql.sql(LOCK).param("key", key).query((row, n) -> 1).single();
    }

    Optional<Receipt> receipt(UUID key) {
        return sql.sql(RECEIPT)
                .param("key", key)
                .query((row, n) -> {
                    Colleagues.Team team = colleagues
                            .team(row.getObject("team_id", UUID.class))
                            .orElseThrow();
                    return new Receipt(
                            row.getObject("referral_id", UUID.class),
                            row.getString("reference"),
                            row.getObject("received_at", OffsetDateTime.class).toInstant(),
                            row.getObject("due_at", OffsetDateTime.class).toInstant(),
                            team.label(),
                            team.phone() == null ? "" : team.phone());
                })
                .optional();
    }

    void add(Received received) {
        addReferral(received, received.form().referrer());
        List<ReferralForm.Subject> subjects = received.form().subjects();
        for (int i = 0; i < subjects.size(); i++) {
            add(received, i + 1, subjects.get(i));
        }
        sql.sql(ADD_RECEIPT)
                .param("key", received.key())
                .param("referral", received.id())
                .param("reference", received.reference())
                .param("at", utc(received.at()))
                .param("due", utc(received.due()))
                .param("team", received.team())
                .param("by", Actor.current().id())
                .update();
        sql.sql(ADD_CUSTODY)
                .param("id", Ids.next())
                .param("referral", received.id())
                .param("team", received.team())
                .param("by", Actor.current().id())
                .param("at", utc(received.at()))
                .update();
    }

    private void addReferral(Received received, ReferralForm.Referrer referrer) {
        ReferralForm form = received.form();
        sql.sql(ADD)
                .param("id", received.id())
                .param("reference", received.reference())
                .param("channel", received.channel().code())
                .param("edition", form.edition())
                .param("form", json.writeValueAsString(form).replace(NUL, ""))
                .param("about", form.opening().about())
                .param("strands", form.concern().strands().toArray(String[]::new))
                .param("level", form.need().level())
                .param("danger", form.opening().danger() != null)
                .param("born", received.age().youngestBorn())
                .param("referrer", received.referrer())
                .param("places", received.places().toArray(UUID[]::new))
                .param("name", tidy(referrer.name()))
                .param("agency", referrer.agency())
                .param("email", referrer.email())
                .param("outOfHours", received.outOfHours())
                .param("team", received.team())
                .param("clock", received.clock())
                .param("due", utc(received.due()))
                .param("at", utc(received.at()))
                .param("by", Actor.current().id())
                .update();
    }

    private void add(Received received, int no, ReferralForm.Subject subject) {
        sql.sql(ADD_SUBJECT)
                .param("id", subject.id())
                .param("referral", received.id())
                .param("no", no)
                .param("name", tidy(subject.name()))
                .param("born", subject.born())
                .param("age", subject.ageEstimate())
                .param("by", Actor.current().id())
                .param("at", utc(received.at()))
                .update();
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
