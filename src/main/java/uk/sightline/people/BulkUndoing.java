package uk.sightline.people;

import static uk.sightline.people.BulkChanges.ADDED;
import static uk.sightline.people.BulkChanges.ENDED;
import static uk.sightline.people.BulkChanges.SAID;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.BulkRecords;
import uk.sightline.people.BulkChanges.Done;

/**
 * Takes back what {@link BulkPeople} and {@link BulkChanges} did. A person goes when nothing else has touched them or refers
 * to them since; what was changed goes back to what it was when it still stands as it was left. Everything else stays.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BulkUndoing {

    private static final String UNTOUCHED = "select people.untouched(:ids::uuid[])";

    private static final List<String> REMOVE = List.of(
            "delete from people.search_key where person_id = any (:ids::uuid[])",
            "delete from people.card where person_id = any (:ids::uuid[])",
            "delete from people.name where person_id = any (:ids::uuid[])",
            "delete from people.identifier where person_id = any (:ids::uuid[])",
            "delete from people.address where person_id = any (:ids::uuid[])",
            "delete from people.contact where person_id = any (:ids::uuid[])",
            "delete from people.person where id = any (:ids::uuid[])");

    private static final String UNADD = """
             where id = any (:ids::uuid[]) and ended_at is null and corrected_at is null and version = 0 returning id
            """;

    private static final String REOPEN = """
             set until_on = null, ended_by = null, ended_at = null, version = version + 1
            where id = any (:ids::uuid[]) and ended_by = platform.me() and corrected_at is null returning id
            """;

    private static final Map<FactKind, String> TAKE_AWAY = each("delete from people.", UNADD);
    private static final Map<FactKind, String> OPEN_AGAIN = each("update people.", REOPEN);

    private final JdbcClient sql;
    private final BulkOutright outright;
    private final BulkFollowing following;
    private final BulkRecords records;

    BulkUndoing(JdbcClient sql, BulkOutright outright, BulkFollowing following, BulkRecords records) {
        this.sql = sql;
        this.outright = outright;
        this.following = following;
        this.records = records;
    }

    /** Removes those whom nobody has touched since they were made, and gives back whom. */
    public Set<UUID> remove(Collection<UUID> made) {
        Set<UUID> gone = new HashSet<>(sql.sql(UNTOUCHED)
                .param("ids", made.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        if (!gone.isEmpty()) {
            UUID[] ids = gone.toArray(UUID[]::new);
            REMOVE.forEach(statement -> sql.sql(statement).param("ids", ids).update());
            records.drop(gone);
            following.compare(gone);
        }
        return gone;
    }

    /** Takes back what still stands as it was left, and gives back which of it, by the id of the fact. */
    public Set<UUID> takeBack(List<Done> done) {
        Set<UUID> back = new HashSet<>();
        for (FactKind kind : TAKE_AWAY.keySet()) {
            back.addAll(run(TAKE_AWAY, kind, of(done, ADDED, kind)));
            back.addAll(run(OPEN_AGAIN, kind, of(done, ENDED, kind)));
        }
        List<Done> said = done.stream().filter(each -> each.what().equals(SAID)).toList();
        if (!said.isEmpty()) {
            back.addAll(outright.restore(said));
        }
        following.followBack(done);
        return back;
    }

    private static UUID[] of(List<Done> done, String what, FactKind kind) {
        return done.stream()
                .filter(each -> each.what().equals(what) && each.part().equals(kind.word()))
                .map(Done::fact)
                .toArray(UUID[]::new);
    }

    private List<UUID> run(Map<FactKind, String> statements, FactKind kind, UUID[] ids) {
        return ids.length == 0
                ? List.of()
                : sql.sql(String.valueOf(statements.get(kind)))
                        .param("ids", ids)
                        .query(UUID.class)
                        .list();
    }

    private static Map<FactKind, String> each(String before, String after) {
        Map<FactKind, String> each = new EnumMap<>(FactKind.class);
        for (FactKind kind : List.of(FactKind.NAME, FactKind.IDENTIFIER, FactKind.ADDRESS, FactKind.CONTACT)) {
            each.put(kind, before + kind.table() + after);
        }
        return each;
    }
}
