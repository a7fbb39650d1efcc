package uk.sightline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.people.ImportBatch.Counts;
import uk.sightline.people.ImportBatch.State;
import uk.sightline.people.ImportRowStore.Waiting;
import uk.sightline.platform.Actor;

/**
 * Does the work of a batch, some rows in one transaction, each time noting how far it has come: whoever takes it up after
 * a crash goes on at the row that was reached.
 */
@Component
class ImportWork {

    /** Rows in one transaction. */
    static final int CHUNK = 500;

    private final ImportBatchStore batches;
    private final ImportRowStore rows;
    private final ImportPlanner planner;
    private final ImportWriter writer;
    private final ImportChanges changes;
    private final ImportUndo undo;
    private final ImportEffects effects;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transactions;

    ImportWork(
            ImportBatchStore batches,
            ImportRowStore rows,
            ImportPlanner planner,
            ImportWriter writer,
            ImportChanges changes,
            ImportUndo undo,
            ImportEffects effects,
            Access access,
            Audit audit,
            TransactionTemplate transactions) {
        this.batches = batches;
        this.rows = rows;
        this.planner = planner;
        this.writer = writer;
        this.changes = changes;
        this.undo = undo;
        this.effects = effects;
        this.access = access;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Does the next rows of the batch, as the import job.
     *
     * @return whether there is more to do
     */
    boolean step(UUID id) {
        try {
            return inTransaction(id, CHUNK);
        } catch (DataIntegrityViolationException oneRowIsBad) {
            return carefully(id);
        }
    }

    private boolean carefully(UUID id) {
        for (int i = 0; i < CHUNK; i++) {
            try {
                if (!inTransaction(id, 1)) {
                    return false;
                }
            } catch (DataIntegrityViolationException bad) {
                transactions.executeWithoutResult(status -> batches.lock(id).ifPresent(this::refuseNext));
            }
        }
        return true;
    }

    private boolean inTransaction(UUID id, int most) {
        return Boolean.TRUE.equals(transactions.execute(
                status -> batches.lock(id).map(batch -> work(batch, most)).orElse(false)));
    }

    private boolean work(ImportBatch batch, int most) {
        if (!batch.state().isWork()) {
            return false;
        }
        if (!makerMayStillImport(batch)) {
            batches.change(batch, State.STOPPED);
            audit.record(Act.on("stop", "people-import", batch.id()).detail(batch.reference()));
            return false;
        }
        if (batch.reached() == 0) {
            forgetLastTime(batch);
        }
        List<Waiting> next = rows.next(batch.id(), batch.reached(), most);
        if (next.isEmpty()) {
            finish(batch);
            return false;
        }
        batches.advance(batch.id(), next.getLast().no(), done(batch, next));
        return true;
    }

    private void forgetLastTime(ImportBatch batch) {
        switch (batch.state()) {
            case CHECKING -> rows.forget(batch.id());
            case RUNNING -> rows.forgetPossible(batch.id());
            default -> {}
        }
    }

    private Counts done(ImportBatch batch, List<Waiting> next) {
        if (batch.state() == State.UNDOING) {
            undo.undo(batch, next.getFirst().no(), next.getLast().no());
            return ImportPlan.count(List.of());
        }
        List<ImportPlan> plans = planner.plan(batch, next);
        List<ImportPlan> settled = batch.state() == State.RUNNING ? carriedOut(batch, plans) : plans;
        rows.settle(batch.id(), settled, batch.state() == State.RUNNING);
        rows.addPossible(
                batch.id(),
                settled.stream()
                        .flatMap(plan -> plan.possible().stream().map(person -> java.util.Map.entry(plan.no(), person)))
                        .toList());
        return ImportPlan.count(settled);
    }

    private List<ImportPlan> carriedOut(ImportBatch batch, List<ImportPlan> plans) {
        List<ImportPlan> added = writer.make(
                batch,
                plans.stream()
                        .filter(plan -> plan.outcome() == ImportPlan.Outcome.NEW)
                        .toList());
        effects.made(batch, added);
        plans.stream().filter(plan -> plan.person() != null).forEach(plan -> changes.apply(batch, plan));
        List<ImportPlan> all = new ArrayList<>(plans.stream()
                .filter(plan -> plan.outcome() != ImportPlan.Outcome.NEW)
                .toList());
        all.addAll(added);
        return all;
    }

    private void refuseNext(ImportBatch batch) {
        List<Waiting> next = rows.next(batch.id(), batch.reached(), 1);
        if (!next.isEmpty() && batch.state() != State.UNDOING) {
            int no = next.getFirst().no();
            List<ImportPlan> refused =
                    List.of(ImportPlan.rejected(no, null, "row", "The row could not be saved. Look at its values."));
            rows.settle(batch.id(), refused, true);
            batches.advance(batch.id(), no, ImportPlan.count(refused));
        }
    }

    private void finish(ImportBatch batch) {
        batches.change(batch, batch.state().next());
        audit.record(Act.on("finish-" + batch.state().stored(), "people-import", batch.id())
                .detail(batch.reference()));
    }

    /** Asked again with every step: a post that ended takes its imports with it. */
    private boolean makerMayStillImport(ImportBatch batch) {
        if (batch.requestedBy().equals(ImportJob.ACTOR.id())) {
            return true;
        }
        return new Actor(batch.requestedBy(), Actor.Kind.PERSON, "import", null)
                .call(() -> access.may(Action.IMPORT_PEOPLE));
    }
}
