package uk.sightline.referrals;

import static uk.sightline.referrals.ReferralStore.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/** Writes answers and what they disclosed. Both are only ever added. */
@Repository
class AnswerStore {

    private static final String ADD = """
            insert into referrals.answer
              (id, referral_id, decision_id, body, how, told, document_id, approved_by, created_by, created_at)
            values (:id, :referral, :decision, :body, :how, :told, :document::uuid, :approved::uuid, :by, :at)
            """;

    private static final String DISCLOSE = """
            insert into referrals.disclosure
              (id, referral_id, answer_id, shared_with, purpose, basis, categories, decision, necessary, how,
               sent_sha256, sent, created_by, created_at)
            values (:id, :referral, :answer, :with, :purpose, :basis, :categories, :decision, :necessary, :how,
                    :hash, :sent, :by, :at)
            """;

    private static final String LATEST = """
            select a.id, a.decision_id, a.body, a.how, a.told, a.document_id, a.approved_by, a.created_by, a.created_at
            from referrals.answer a where a.referral_id = :referral order by a.created_at desc, a.id limit 1
            """;

    private final JdbcClient sql;
    private final InstantSource time;

    AnswerStore(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    UUID add(
            UUID referral,
            UUID decision,
            String body,
            AnswerRoute how,
            @Nullable String told,
            @Nullable UUID document,
            @Nullable UUID approvedBy) {
        UUID id = Ids.next();
        sql.sql(ADD)
                .param("id", id)
                .param("referral", referral)
                .param("decision", decision)
                .param("body", body)
                .param("how", how.code())
                .param("told", told)
                .param("document", document)
                .param("approved", approvedBy)
                .param("by", Actor.current().id())
                .param("at", utc(now()))
                .update();
        return id;
    }

    void disclose(UUID referral, UUID answer, Disclosure disclosure) {
        sql.sql(DISCLOSE)
                .param("id", Ids.next())
                .param("referral", referral)
                .param("answer", answer)
                .param("with", disclosure.with())
                .param("purpose", Disclosure.PURPOSE)
                .param("basis", Disclosure.BASIS)
                .param("categories", Disclosure.CATEGORIES)
                .param("decision", disclosure.decision())
                .param("necessary", Disclosure.NECESSARY)
                .param("how", disclosure.how().code())
                .param("hash", disclosure.sha256())
                .param("sent", disclosure.sent())
                .param("by", Actor.current().id())
                .param("at", utc(now()))
                .update();
    }

    Optional<Kept> latest(UUID referral) {
        return sql.sql(LATEST)
                .param("referral", referral)
                .query((row, n) -> kept(row))
                .optional();
    }

    static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("decision_id", UUID.class),
                row.getString("body"),
                AnswerRoute.of(row.getString("how")),
                row.getString("told"),
                row.getObject("document_id", UUID.class),
                row.getObject("created_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private Instant now() {
        return time.instant();
    }

    /**
     * An answer as it is kept.
     *
     * @param document the letter, once somebody who may has approved it
     */
    record Kept(
            UUID id,
            UUID decision,
            String body,
            AnswerRoute how,
            @Nullable String told,
            @Nullable UUID document,
            UUID by,
            Instant at) {

        boolean letterWaits() {
            return how.hasLetter() && document == null;
        }
    }
}
