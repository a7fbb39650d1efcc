package uk.sightline.imports;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.sightline.audit.Audit.Act;
import uk.sightline.audit.BulkEntries;
import uk.sightline.audit.BulkEntries.Past;
import uk.sightline.imports.ImportEffects.Effect;
import uk.sightline.imports.ImportOrigins.Made;
import uk.sightline.imports.ImportOrigins.Origin;
import uk.sightline.people.BulkUndoing;
import uk.sightline.people.People;

/**
 * Takes back what some rows of a batch did. A person whom it made goes when nothing else has touched them or refers to them
 * since; what it changed goes back to what it was when it still stands as the batch left it. Everything else stays and is
 * told.
 */
@Component
class ImportUndo {

    private static final String USED =
            "The record has been used or changed since, or something else refers to it. It stays.";
    private static final String CHANGED = "Somebody has changed this record since. What they changed stays.";

    private final ImportOrigins origins;
    private final ImportEffects effects;
    private final ImportRowStore rows;
    private final BulkUndoing index;
    private final BulkEntries log;
    private final InstantSource time;

    ImportUndo(
            ImportOrigins origins,
            ImportEffects effects,
            ImportRowStore rows,
            BulkUndoing index,
            BulkEntries log,
            InstantSource time) {
        this.origins = origins;
        this.effects = effects;
        this.rows = rows;
        this.index = index;
        this.log = log;
        this.time = time;
    }

    ImportBatch.Undone undo(ImportBatch batch, int from, int to) {
        List<Made> made = origins.madeBy(batch.id(), from, to);
        Set<UUID> gone = remove(batch, made.stream().map(Made::person).toList());
        Set<Integer> used = made.stream()
                .filter(each -> !gone.contains(each.person()))
                .map(Made::no)
                .collect(Collectors.toSet());
        List<Effect> done = effects.of(batch.id(), from, to);
        Map<Integer, Boolean> restored = takeBack(batch, done);
        Set<Integer> changed = nos(restored, false);
        rows.kept(batch.id(), used, USED);
        rows.kept(batch.id(), changed, CHANGED);
        return new ImportBatch.Undone(gone.size(), nos(restored, true).size(), used.size() + changed.size());
    }

    private static Set<Integer> nos(Map<Integer, Boolean> restored, boolean which) {
        return restored.entrySet().stream()
                .filter(each -> each.getValue() == which)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<UUID> remove(ImportBatch batch, List<UUID> made) {
        Set<UUID> own = new HashSet<>(made);
        if (!own.isEmpty()) {
            effects.changedByOthers(batch.id(), made).forEach(own::remove);
            origins.spokenOfByOthers(batch.id(), made).forEach(own::remove);
        }
        Set<UUID> gone = own.isEmpty() ? Set.of() : index.remove(own);
        if (!gone.isEmpty()) {
            origins.forgetPeople(gone);
            effects.forgetPeople(gone);
            rows.forgetPeople(gone);
            log("remove", batch, gone);
        }
        return gone;
    }

    /** @return by row, whether all of it is as it was */
    private Map<Integer, Boolean> takeBack(ImportBatch batch, List<Effect> done) {
        if (done.isEmpty()) {
            return Map.of();
        }
        List<Effect> ofRecords =
                done.stream().filter(each -> !each.isOfOrigin()).toList();
        Set<UUID> back = index.takeBack(ofRecords.stream().map(Effect::done).toList());
        Map<Integer, Boolean> restored = new HashMap<>();
        done.forEach(each -> restored.put(each.no(), true));
        ofRecords.stream()
                .filter(each -> !back.contains(each.done().fact()))
                .forEach(each -> restored.put(each.no(), false));
        unsay(batch, done.stream().filter(Effect::isOfOrigin).toList());
        log("change", batch, ofRecords.stream().map(Effect::person).collect(Collectors.toSet()));
        effects.forget(done);
        return restored;
    }

    private void unsay(ImportBatch batch, List<Effect> spoken) {
        origins.forget(
                batch.source(),
                spoken.stream().filter(each -> each.was() == null).toList());
        Map<String, Origin> before = new LinkedHashMap<>();
        spoken.stream()
                .filter(each -> each.was() != null)
                .forEach(each -> before.put(
                        each.part(), new Origin(each.part(), each.person(), String.valueOf(each.was()), null)));
        origins.say(batch.source(), List.copyOf(before.values()));
    }

    private void log(String action, ImportBatch batch, Collection<UUID> people) {
        Instant at = time.instant();
        log.add(people.stream()
                .map(person ->
                        new Past(at, Act.on(action, People.KIND, person).detail("undo import " + batch.reference())))
                .toList());
    }
}
