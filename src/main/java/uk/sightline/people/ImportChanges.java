package uk.sightline.people;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.ImportEffects.Effect;

/** Brings what a row says now to the record of a person who is known: only what is new, nothing overwritten. */
@Component
class ImportChanges {

    private final ImportFacts facts;
    private final FactStore store;
    private final ImportSayings sayings;
    private final ImportEffects effects;
    private final PersonStore people;
    private final Records records;
    private final Audit audit;

    ImportChanges(
            ImportFacts facts,
            FactStore store,
            ImportSayings sayings,
            ImportEffects effects,
            PersonStore people,
            Records records,
            Audit audit) {
        this.facts = facts;
        this.store = store;
        this.sayings = sayings;
        this.effects = effects;
        this.people = people;
        this.records = records;
        this.audit = audit;
    }

    void apply(ImportBatch batch, ImportPlan plan) {
        UUID person = Objects.requireNonNull(plan.person());
        if (plan.outcome() == ImportPlan.Outcome.CHANGED) {
            plan.said().facts().forEach((part, fact) -> bring(batch, plan, person, part, fact));
            bringBirth(batch, plan, person);
            bringSex(batch, plan, person);
            follow(person);
            audit.record(Act.on("change", People.KIND, person).detail("import " + batch.reference()));
        }
        remember(batch, plan, person);
    }

    private void bring(ImportBatch batch, ImportPlan plan, UUID person, String part, Fact fact) {
        String now = ImportFacts.said(fact);
        @Nullable String before = plan.before().get(part);
        if (now.equals(before)) {
            return;
        }
        FactKind kind = fact.kind();
        if (before != null) {
            facts.find(kind, person, before, batch.source()).ifPresent(old -> {
                facts.end(kind, old);
                effects.add(batch, Effect.of(plan.no(), person, "ended", kind.word(), old, null, null));
            });
        }
        if (facts.find(kind, person, now, null).isEmpty()) {
            UUID added = store.add(person, fact, batch.source());
            effects.add(batch, Effect.of(plan.no(), person, "added", kind.word(), added, null, null));
        }
    }

    private void bringBirth(ImportBatch batch, ImportPlan plan, UUID person) {
        @Nullable String now = plan.said().birthText();
        @Nullable String before = plan.before().get(ImportContent.BIRTH);
        if (now != null && !now.equals(before)) {
            String was = sayings.standing(ImportContent.BIRTH, person);
            if (sayings.setBirth(person, plan.said(), before)) {
                said(batch, plan, person, ImportContent.BIRTH, was);
            }
        }
    }

    private void bringSex(ImportBatch batch, ImportPlan plan, UUID person) {
        @Nullable String now = plan.said().sex();
        @Nullable String before = plan.before().get(ImportContent.SEX);
        if (now != null && !now.equals(before)) {
            String was = sayings.standing(ImportContent.SEX, person);
            if (!was.equals(now) && sayings.setSex(person, now, before)) {
                said(batch, plan, person, ImportContent.SEX, was);
            }
        }
    }

    private void said(ImportBatch batch, ImportPlan plan, UUID person, String part, String was) {
        Effect effect = Effect.of(plan.no(), person, "said", part, null, was, sayings.standing(part, person));
        effects.add(batch, effect);
        sayings.log(effect, "Import %s from %s".formatted(batch.reference(), batch.source()));
    }

    private void remember(ImportBatch batch, ImportPlan plan, UUID person) {
        String content = plan.said().storedOver(plan.before());
        String key = plan.said().keyOrHash();
        if (plan.stored() == null) {
            effects.firstSaid(batch, key, person, content);
            effects.add(batch, Effect.of(plan.no(), person, "origin", key, null, null, content));
        } else if (!content.equals(plan.stored())) {
            effects.say(batch, key, person, content);
            effects.add(batch, Effect.of(plan.no(), person, "origin", key, null, plan.stored(), content));
        }
    }

    /** The search keys and the facts that the policy decides by follow what was changed. */
    void follow(UUID person) {
        people.index(person);
        LocalDate adult = people.birth(person).flatMap(BirthDate::adultFrom).orElse(null);
        records.keep(new RecordFacts(person, People.KIND, adult, adult, Set.of(person)));
    }
}
