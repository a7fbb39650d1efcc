package uk.sightline.merges;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.StaleVersion;

/**
 * Corrections travel (DESIGN §1, promise 3): whoever relied on what was wrong is told, and it stays on their list until they
 * say that they have read it.
 */
@Service
@Transactional
class Corrections {

    /** Kind of the access record of a correction: it opens to whoever is told, whatever they may see of the person today. */
    static final String KIND = "correction";

    static final String TO_BE_READ = "C44";

    enum What {
        /** Two records are one now: told to whoever works with the person. */
        MERGED,
        /** They were two people after all: told to whoever relied on the merged record. */
        UNDONE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String RELIED =
            "select r.told, r.because from merges.relied_on(:people::uuid[], :from, :until) r order by r.told";

    private static final String LIST_OF = "select merges.list_of(:told)";

    private static final String ADD = """
            insert into merges.correction (id, reference, merge_id, what, told, because, told_at)
            values (:id, :reference, :merge, :what, :told, :because::text[], :at)
            """;

    private static final String READ = """
            update merges.correction set read_by = :by, read_at = :at, note = :note, version = version + 1
            where id = :id and version = :version and read_at is null
            """;

    private final JdbcClient sql;
    private final Access access;
    private final Records records;
    private final Clocks clocks;
    private final Audit audit;
    private final InstantSource time;

    Corrections(JdbcClient sql, Access access, Records records, Clocks clocks, Audit audit, InstantSource time) {
        this.sql = sql;
        this.access = access;
        this.records = records;
        this.clocks = clocks;
        this.audit = audit;
        this.time = time;
    }

    /** Tells everybody who has relied on the two records since; the actor knows. */
    void tell(Merge merge, What what, Instant since) {
        Instant now = time.instant();
        UUID me = Actor.current().id();
        sql
                .sql(RELIED)
                .param("people", new UUID[] {merge.kept(), merge.gone()})
                .param("from", since.atOffset(ZoneOffset.UTC))
                .param("until", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Relied(row.getObject("told", UUID.class), MergeStore.texts(row, "because")))
                .list()
                .stream()
                .filter(each -> !each.told().equals(me))
                .forEach(each -> tell(merge, what, each, now));
    }

    private record Relied(UUID told, List<String> because) {}

    private void tell(Merge merge, What what, Relied relied, Instant now) {
        UUID id = Ids.next();
        String reference = Ids.reference("K");
        records.keep(new RecordFacts(id, KIND, null, null, Set.of()));
        records.relate(relied.told(), id, "told", Set.of(KIND), "You relied on a record that was corrected.", null);
        sql.sql(ADD)
                .param("id", id)
                .param("reference", reference)
                .param("merge", merge.id())
                .param("what", what.code())
                .param("told", relied.told())
                .param("because", relied.because().toArray(String[]::new))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        Optional<UUID> team =
                listOf(relied.told()).or(() -> listOf(Actor.current().id())).or(() -> listOf(merge.proposedBy()));
        boolean person = team.filter(relied.told()::equals).isEmpty();
        team.ifPresent(list -> clocks.start(TO_BE_READ, id, KIND, reference, list, person ? relied.told() : null, now));
    }

    /** The team on whose list the work of an account is, or the team itself; empty for somebody without a team. */
    Optional<UUID> listOf(UUID told) {
        return sql.sql(LIST_OF)
                .param("told", told)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
    }

    /** The actor has read it, for themselves or for their team. */
    void read(UUID id, int version, @Nullable String note) {
        access.require(Action.VIEW, id);
        StaleVersion.unlessOne(sql.sql(READ)
                .param("id", id)
                .param("version", version)
                .param("note", note == null || note.isBlank() ? null : note.strip())
                .param("by", Actor.current().id())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update());
        clocks.stopForOthers(id, TO_BE_READ, "Read");
        audit.record(Act.on("read-correction", KIND, id));
    }
}
