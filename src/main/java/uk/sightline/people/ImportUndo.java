package uk.sightline.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.people.ImportEffects.Effect;

/**
 * Takes back what a batch did. A person whom it made goes when nothing else has touched them or refers to them since;
 * what it changed goes back to what it was when it still stands as the batch left it. Everything else stays and is told.
 */
@Repository
class ImportUndo {

    static final String GONE = "gone";
    static final String RESTORED = "restored";
    private static final String USED =
            "The record has been used or changed since, or something else refers to it. It stays.";
    private static final String CHANGED = "Somebody has changed this record since. What they changed stays.";

    private static final String UNTOUCHED = "select people.untouched_since_import(:batch, :ids::uuid[])";

    private static final List<String> REMOVE = List.of(
            "delete from people.import_origin where person_id = any (:ids::uuid[])",
            "delete from people.import_effect where person_id = any (:ids::uuid[])",
            "delete from people.import_possible where person_id = any (:ids::uuid[])",
            "delete from people.search_key where person_id = any (:ids::uuid[])",
            "delete from people.name where person_id = any (:ids::uuid[])",
            "delete from people.identifier where person_id = any (:ids::uuid[])",
            "delete from people.address where person_id = any (:ids::uuid[])",
            "delete from people.contact where person_id = any (:ids::uuid[])",
            "delete from people.person where id = any (:ids::uuid[])");

    private static final Map<String, String> TAKE_AWAY = Map.of(
            "name",
            "delete from people.name where id = :id and ended_at is null and corrected_at is null and version = 0",
            "identifier",
            "delete from people.identifier where id = :id and ended_at is null and corrected_at is null and version = 0",
            "address",
            "delete from people.address where id = :id and ended_at is null and corrected_at is null and version = 0",
            "contact",
            "delete from people.contact where id = :id and ended_at is null and corrected_at is null and version = 0");

    private static final Map<String, String> REOPEN = Map.of(
            "name",
            "update people.name set until_on = null, ended_by = null, ended_at = null, version = version + 1"
                    + " where id = :id and ended_by = platform.me() and corrected_at is null",
            "identifier",
            "update people.identifier set until_on = null, ended_by = null, ended_at = null, version = version + 1"
                    + " where id = :id and ended_by = platform.me() and corrected_at is null",
            "address",
            "update people.address set until_on = null, ended_by = null, ended_at = null, version = version + 1"
                    + " where id = :id and ended_by = platform.me() and corrected_at is null",
            "contact",
            "update people.contact set until_on = null, ended_by = null, ended_at = null, version = version + 1"
                    + " where id = :id and ended_by = platform.me() and corrected_at is null");

    private static final String TELL = """
            update people.import_row r set undone = t.told
            from unnest(:nos::int[], :told::text[]) as t (no, told) where r.batch_id = :batch and r.no = t.no
            """;

    private final JdbcClient sql;
    private final ImportEffects effects;
    private final ImportSayings sayings;
    private final ImportChanges changes;
    private final Records records;
    private final Audit audit;

    ImportUndo(
            JdbcClient sql,
            ImportEffects effects,
            ImportSayings sayings,
            ImportChanges changes,
            Records records,
            Audit audit) {
        this.sql = sql;
        this.effects = effects;
        this.sayings = sayings;
        this.changes = changes;
        this.records = records;
        this.audit = audit;
    }

    /** Takes back what these rows did. */
    void undo(ImportBatch batch, int from, int to) {
        List<Effect> all = effects.of(batch, from, to);
        Map<Integer, String> told = new LinkedHashMap<>();
        List<Effect> made =
                all.stream().filter(each -> each.what().equals("made")).toList();
        Set<UUID> gone = remove(batch, made.stream().map(Effect::person).toList());
        made.forEach(each -> told.put(each.no(), gone.contains(each.person()) ? GONE : USED));
        List<Effect> rest = all.stream()
                .filter(each -> !each.what().equals("made") && !gone.contains(each.person()))
                .toList();
        rest.forEach(each -> told.merge(each.no(), restored(batch, each) ? RESTORED : CHANGED, ImportUndo::worse));
        Set<UUID> touched = new HashSet<>(rest.stream().map(Effect::person).toList());
        touched.forEach(person -> {
            changes.follow(person);
            audit.record(Act.on("change", People.KIND, person).detail("undo import " + batch.reference()));
        });
        effects.forget(all);
        sql.sql(TELL)
                .param("batch", batch.id())
                .param("nos", told.keySet().toArray(Integer[]::new))
                .param("told", told.values().toArray(String[]::new))
                .update();
    }

    private static String worse(String one, String other) {
        return one.equals(RESTORED) ? other : one;
    }

    private Set<UUID> remove(ImportBatch batch, List<UUID> made) {
        List<UUID> untouched = new ArrayList<>(sql.sql(UNTOUCHED)
                .param("batch", batch.id())
                .param("ids", made.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        UUID[] ids = untouched.toArray(UUID[]::new);
        REMOVE.forEach(statement -> sql.sql(statement).param("ids", ids).update());
        untouched.forEach(id -> {
            records.drop(id);
            audit.record(Act.on("remove", People.KIND, id).detail("undo import " + batch.reference()));
        });
        return new HashSet<>(untouched);
    }

    private boolean restored(ImportBatch batch, Effect effect) {
        return switch (effect.what()) {
            case "added" -> one(Objects.requireNonNull(TAKE_AWAY.get(effect.part())), effect);
            case "ended" -> one(Objects.requireNonNull(REOPEN.get(effect.part())), effect);
            case "said" -> unsay(effect);
            case "origin" -> {
                effects.say(batch, effect.part(), effect.person(), effect.was());
                yield true;
            }
            default -> throw new IllegalStateException("no such effect: " + effect.what());
        };
    }

    private boolean unsay(Effect effect) {
        boolean restored = sayings.restore(effect);
        if (restored) {
            sayings.unlog(effect);
        }
        return restored;
    }

    private boolean one(String statement, Effect effect) {
        return sql.sql(statement).param("id", effect.fact()).update() == 1;
    }
}
