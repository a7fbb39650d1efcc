package uk.sightline.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.NotAllowed;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/** Opening a closed person again takes two people (DESIGN §6): one on the list proposes, somebody else decides. */
@Service
@Transactional
class Unseals {

    private static final String PROPOSE = """
            insert into access.unseal (id, person_id, reason, proposed_by, proposed_at)
            values (:id, :person, :reason, :by, platform.at())
            """;

    private static final String OPEN = """
            select u.id, a.name as proposed_by, u.proposed_at, u.reason, u.version,
                   u.proposed_by = platform.me() as own
            from access.unseal u join access.account a on a.id = u.proposed_by
            where u.decided_at is null
            order by u.proposed_at, u.id
            limit 100
            """;

    private static final String DECIDE = """
            update access.unseal
            set decided_by = :me, decided_at = platform.at(), outcome = :outcome, note = :note, version = version + 1
            where id = :id and version = :version and decided_at is null and proposed_by <> :me
            """;

    private static final String PERSON = "select person_id from access.unseal where id = :id";

    private static final String LIFT = "select access.lift_seal(:id)";

    private final Access access;
    private final Audit audit;
    private final JdbcClient sql;

    Unseals(Access access, Audit audit, JdbcClient sql) {
        this.access = access;
        this.audit = audit;
        this.sql = sql;
    }

    void propose(UUID person, String reason) {
        access.require(Action.SEAL, person);
        Words.check("opening", reason);
        try {
            sql.sql(PROPOSE)
                    .param("id", Ids.next())
                    .param("person", person)
                    .param("reason", reason.strip())
                    .param("by", Actor.current().id())
                    .update();
        } catch (DuplicateKeyException waiting) {
            throw new RuleBroken("opening", "Opening this is proposed already. Somebody else has to decide");
        }
        audit.record(new Act("propose-opening", "seal", person, reason.strip(), null));
    }

    /** The proposals the actor may know of; their own, to see that they wait. */
    List<Proposal> open() {
        mayDecide();
        return sql.sql(OPEN).query(Proposal.class).list();
    }

    void decide(UUID id, int version, boolean confirm, String note) {
        mayDecide();
        Words.check("note", note);
        UUID person =
                sql.sql(PERSON).param("id", id).query(UUID.class).optional().orElseThrow(StaleVersion::new);
        StaleVersion.unlessOne(sql.sql(DECIDE)
                .param("me", Actor.current().id())
                .param("outcome", confirm ? "confirmed" : "refused")
                .param("note", note.strip())
                .param("id", id)
                .param("version", version)
                .update());
        audit.record(new Act(confirm ? "open-again" : "refuse-opening", "seal", person, note.strip(), null));
        if (confirm) {
            sql.sql(LIFT).param("id", id).query((row, n) -> 1).single();
        }
    }

    private void mayDecide() {
        if (!access.may(Action.UNSEAL) && !access.may(Action.SEAL)) {
            throw new NotAllowed("Your post does not include this.");
        }
    }

    record Proposal(UUID id, String proposedBy, OffsetDateTime proposedAt, String reason, int version, boolean own) {}
}
