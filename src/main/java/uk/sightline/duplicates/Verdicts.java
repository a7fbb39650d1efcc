package uk.sightline.duplicates;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.duplicates.PairQueries.Pair;
import uk.sightline.duplicates.PairQueries.Said;
import uk.sightline.people.People;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.StaleVersion;

/** Keeps what a person says of two records: added to what was said before, with how much spoke for it. */
@Service
@Transactional
class Verdicts {

    private static final String JUDGE = """
            update duplicates.pair p
            set verdict = :verdict, verdict_at = :at, verdict_seen = p.strength, verdict_bits = p.bits,
                version = p.version + 1
            where p.id = :id and p.version = :version
            """;

    private static final String ADD = """
            insert into duplicates.verdict (id, pair_id, no, verdict, why, bits, chance, strength, levels, created_by, created_at)
            select :id, p.id, p.version, :verdict, :why, p.bits, p.chance, p.strength, p.levels, :by, :at
            from duplicates.pair p where p.id = :pair
            """;

    private final JdbcClient sql;
    private final PairQueries pairs;
    private final Access access;
    private final Audit audit;
    private final InstantSource time;

    Verdicts(JdbcClient sql, PairQueries pairs, Access access, Audit audit, InstantSource time) {
        this.sql = sql;
        this.pairs = pairs;
        this.access = access;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Keeps a verdict. Sent twice by the same person it is kept once.
     *
     * @param version how many verdicts the actor had seen
     * @throws NoSuchRecord when the actor may not know of both people
     * @throws StaleVersion when somebody else has said something since
     */
    void keep(UUID id, int version, Verdict verdict, String why) {
        Pair pair = pairs.pair(id).orElseThrow(NoSuchRecord::new);
        access.require(Action.CHANGE, pair.oneId());
        access.require(Action.CHANGE, pair.otherId());
        OffsetDateTime now = time.instant().atOffset(ZoneOffset.UTC);
        int judged = sql.sql(JUDGE)
                .param("verdict", verdict.code())
                .param("at", now)
                .param("id", id)
                .param("version", version)
                .update();
        if (judged == 0 && isSentTwice(id, version, verdict, why)) {
            return;
        }
        StaleVersion.unlessOne(judged);
        sql.sql(ADD)
                .param("id", Ids.next())
                .param("pair", id)
                .param("verdict", verdict.code())
                .param("why", why)
                .param("by", Actor.current().id())
                .param("at", now)
                .update();
        audit.record(act(pair.oneId(), pair, verdict).because(why));
        audit.record(act(pair.otherId(), pair, verdict).because(why));
    }

    private static Act act(UUID person, Pair pair, Verdict verdict) {
        return Act.on("decide", People.KIND, person).detail("duplicate " + verdict.code() + " " + pair.id());
    }

    private boolean isSentTwice(UUID id, int version, Verdict verdict, String why) {
        Said last = pairs.verdicts(id).stream().findFirst().orElse(null);
        return last != null
                && last.no() == version + 1
                && last.createdBy().equals(Actor.current().id())
                && last.verdict().equals(verdict.code())
                && Objects.equals(last.why(), why);
    }
}
