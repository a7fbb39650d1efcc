package uk.sightline.imports;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.audit.Audit.Act;
import uk.sightline.audit.BulkEntries;
import uk.sightline.audit.BulkEntries.Past;
import uk.sightline.identity.BirthDate;
import uk.sightline.imports.ImportEffects.Effect;
import uk.sightline.imports.ImportOrigins.Origin;
import uk.sightline.imports.ImportPlan.Outcome;
import uk.sightline.people.BulkChanges;
import uk.sightline.people.BulkChanges.Outright;
import uk.sightline.people.BulkChanges.Saying;
import uk.sightline.people.BulkPeople;
import uk.sightline.people.BulkPeople.Entry;
import uk.sightline.people.People;
import uk.sightline.platform.Ids;

/**
 * Carries out what was planned for some rows: the people index makes and changes its records, and here it is kept who each
 * row is and what was changed. Of a row that says nothing new, nothing is written.
 */
@Component
class ImportWriting {

    private final BulkPeople people;
    private final BulkChanges changes;
    private final ImportOrigins origins;
    private final ImportEffects effects;
    private final BulkEntries log;
    private final InstantSource time;

    ImportWriting(
            BulkPeople people,
            BulkChanges changes,
            ImportOrigins origins,
            ImportEffects effects,
            BulkEntries log,
            InstantSource time) {
        this.people = people;
        this.changes = changes;
        this.origins = origins;
        this.effects = effects;
        this.log = log;
        this.time = time;
    }

    void carryOut(ImportBatch batch, List<ImportPlan> plans) {
        make(batch, plans.stream().filter(plan -> plan.outcome() == Outcome.NEW).toList());
        change(
                batch,
                plans.stream().filter(plan -> plan.outcome() == Outcome.CHANGED).toList());
        remember(
                batch,
                plans.stream()
                        .filter(plan -> plan.person() != null && plan.content() != null)
                        .toList());
    }

    private void make(ImportBatch batch, List<ImportPlan> added) {
        Instant at = time.instant();
        List<ImportPlan> made = added.stream().map(ImportWriting::of).toList();
        people.add(made.stream()
                .map(plan ->
                        new Entry(plan.known(), Ids.reference("P"), plan.read().person(batch.source()), at))
                .toList());
        origins.firstSaid(batch.source(), made, batch.id());
        log("add", batch, made.stream().map(ImportPlan::known).toList());
    }

    /** The same plan with a record to be made for it. */
    private static ImportPlan of(ImportPlan plan) {
        return new ImportPlan(
                plan.no(),
                plan.outcome(),
                plan.content(),
                plan.said(),
                Ids.next(),
                null,
                plan.remarks(),
                plan.possible());
    }

    private void change(ImportBatch batch, List<ImportPlan> changed) {
        if (changed.isEmpty()) {
            return;
        }
        List<Saying> sayings = new ArrayList<>();
        List<Outright> outrights = new ArrayList<>();
        for (ImportPlan plan : changed) {
            Map<String, String> before = plan.before();
            plan.read().facts().forEach((part, fact) -> {
                if (!BulkChanges.said(fact).equals(before.get(part))) {
                    sayings.add(new Saying(plan.no(), plan.known(), fact, before.get(part)));
                }
            });
            outright(plan, plan.read().born(), plan.read().birthText(), before.get(ImportContent.BIRTH), outrights);
            outright(plan, null, plan.read().sex(), before.get(ImportContent.SEX), outrights);
        }
        String why = "Import %s from %s".formatted(batch.reference(), batch.source());
        effects.add(
                batch.id(),
                changes.bring(batch.source(), why, sayings, outrights).stream()
                        .map(Effect::of)
                        .toList());
        log(
                "change",
                batch,
                new LinkedHashSet<>(changed.stream().map(ImportPlan::known).toList()));
    }

    private static void outright(
            ImportPlan plan,
            @Nullable BirthDate born,
            @Nullable String now,
            @Nullable String before,
            List<Outright> into) {
        if (now != null && !now.equals(before)) {
            into.add(new Outright(plan.no(), plan.known(), born, now, before));
        }
    }

    /** What the source says of those who were known, when it says something else than last time. */
    private void remember(ImportBatch batch, List<ImportPlan> known) {
        List<ImportPlan> firstTime = new ArrayList<>();
        List<Origin> again = new ArrayList<>();
        List<Effect> done = new ArrayList<>();
        for (ImportPlan plan : known) {
            Origin before = plan.origin();
            String content = plan.read().storedOver(plan.before());
            if (before == null) {
                firstTime.add(plan);
                done.add(Effect.origin(plan, null, content));
            } else if (!content.equals(before.content())) {
                again.add(new Origin(before.key(), before.person(), content, plan.said()));
                done.add(Effect.origin(plan, before.content(), content));
            }
        }
        origins.firstSaid(batch.source(), firstTime, null);
        origins.say(batch.source(), again);
        effects.add(batch.id(), done);
    }

    private void log(String action, ImportBatch batch, Iterable<UUID> people) {
        Instant at = time.instant();
        List<Past> acts = new ArrayList<>();
        people.forEach(person ->
                acts.add(new Past(at, Act.on(action, People.KIND, person).detail("import " + batch.reference()))));
        log.add(acts);
    }
}
