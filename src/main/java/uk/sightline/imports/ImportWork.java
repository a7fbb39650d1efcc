package uk.sightline.imports;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.imports.ImportBatch.Births;
import uk.sightline.imports.ImportBatch.Counts;
import uk.sightline.imports.ImportBatch.State;
import uk.sightline.imports.ImportBatch.Undone;
import uk.sightline.imports.ImportBatchStore.Step;
import uk.sightline.imports.ImportPlan.Outcome;
import uk.sightline.imports.ImportRowStore.Waiting;
import uk.sightline.platform.Actor;

/**
 * Does the work of a batch, some thousand rows in one transaction, each time noting how far it has come: whoever takes it up
 * after a crash goes on at the row that was reached, and nothing is done twice.
 */
@Component
class ImportWork {

    /** Rows in one transaction: what is held in memory, and how long somebody who pauses the work waits. */
    static final int CHUNK = 4_000;

    /** Rows that are looked through in one transaction for those that say something new: most of a daily file do not. */
    private static final int FAR = 20_000;

    /** Where a chunk has a row that the database refuses, it is looked for in parts of a chunk, and in parts of those. */
    private static final int PARTS = 8;

    /** Of PostgreSQL: no room on the disk. */
    private static final String DISK_FULL = "53100";

    private final ImportBatchStore batches;
    private final ImportRowStore rows;
    private final ImportSeen seen;
    private final ImportPlanner planner;
    private final ImportWriting writing;
    private final ImportUndo undo;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transactions;

    ImportWork(
            ImportBatchStore batches,
            ImportRowStore rows,
            ImportSeen seen,
            ImportPlanner planner,
            ImportWriting writing,
            ImportUndo undo,
            Access access,
            Audit audit,
            TransactionTemplate transactions) {
        this.batches = batches;
        this.rows = rows;
        this.seen = seen;
        this.planner = planner;
        this.writing = writing;
        this.undo = undo;
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
        } catch (DataIntegrityViolationException refused) {
            return onceMore(id);
        } catch (DataAccessException | TransactionException trouble) {
            tell(id, trouble);
            throw trouble;
        }
    }

    /** References are drawn by chance, and once in many thousand times one is drawn that somebody has: draw again. */
    private boolean onceMore(UUID id) {
        try {
            return inTransaction(id, CHUNK);
        } catch (DataIntegrityViolationException oneRowIsBad) {
            return carefully(id, CHUNK);
        }
    }

    private boolean carefully(UUID id, int rowsToDo) {
        int part = Math.max(1, rowsToDo / PARTS);
        for (int done = 0; done < rowsToDo; done += part) {
            try {
                if (!inTransaction(id, part)) {
                    return false;
                }
            } catch (DataIntegrityViolationException bad) {
                if (part == 1) {
                    transactions.executeWithoutResult(status -> batches.lock(id).ifPresent(this::refuseNext));
                } else if (!carefully(id, part)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void tell(UUID id, RuntimeException trouble) {
        boolean full = NestedExceptionUtils.getMostSpecificCause(trouble) instanceof SQLException sql
                && DISK_FULL.equals(sql.getSQLState());
        String says = full
                ? "The database has no room on its disk. Nothing is lost: the work goes on by itself when there is room."
                : "The database refused the work. Nothing is lost: it is tried again every few seconds.";
        try {
            transactions.executeWithoutResult(status -> batches.trouble(id, says));
        } catch (DataAccessException | TransactionException notEvenThat) {
            trouble.addSuppressed(notEvenThat);
        }
    }

    private boolean inTransaction(UUID id, int most) {
        return Boolean.TRUE.equals(transactions.execute(
                status -> batches.lock(id).map(batch -> work(batch, most)).orElse(false)));
    }

    private boolean work(ImportBatch batch, int most) {
        if (!batch.state().isWork() || batch.progress().paused()) {
            return false;
        }
        if (!makerMayStillImport(batch)) {
            batches.change(batch, State.STOPPED);
            audit.record(Act.on("stop", Imports.KIND, batch.id()).detail(batch.reference()));
            return false;
        }
        long from = System.nanoTime();
        return batch.state() == State.UNDOING ? undoNext(batch, most, from) : doNext(batch, most, from);
    }

    private boolean undoNext(ImportBatch batch, int most, long from) {
        int reached = batch.progress().reached();
        if (reached >= batch.progress().last()) {
            finish(batch);
            return false;
        }
        int to = Math.min(batch.progress().last(), reached + most);
        Undone undone = undo.undo(batch, reached + 1, to);
        batches.advance(batch.id(), new Step(to, Counts.NONE, Births.NONE, undone, since(from)));
        return true;
    }

    private boolean doNext(ImportBatch batch, int most, long from) {
        int reached = batch.progress().reached();
        if (reached == 0) {
            forgetLastTime(batch);
        }
        if (reached >= batch.progress().last()) {
            finish(batch);
            return false;
        }
        Reach reach = reach(batch, most);
        List<ImportPlan> plans = planner.plan(batch, reach.rows());
        rows.remark(batch.id(), plans);
        if (batch.state() == State.RUNNING) {
            writing.carryOut(batch, plans);
            rows.doneWith(batch.id(), reached + 1, reach.to(), rejected(plans));
        }
        Counts counts = ImportPlan.count(plans).withSame(reach.same());
        batches.advance(batch.id(), new Step(reach.to(), counts, ImportPlan.births(plans), Undone.NONE, since(from)));
        return true;
    }

    /**
     * What a step is about.
     *
     * @param rows that have to be looked at, one by one
     * @param to the row up to which that is all
     * @param same how many others up to there say what they said last time
     */
    private record Reach(List<Waiting> rows, int to, int same) {}

    private Reach reach(ImportBatch batch, int most) {
        int reached = batch.progress().reached();
        int last = batch.progress().last();
        int far = batch.isStaged() ? (int) Math.min(last, (long) reached + FAR) : last;
        List<Waiting> next =
                batch.isStaged() ? rows.nextNew(batch, reached, far, most) : rows.next(batch.id(), reached, most);
        int to = next.size() == most ? next.getLast().no() : far;
        int all = batch.isStaged() ? rows.count(batch.id(), reached, to) : next.size();
        return new Reach(next, to, all - next.size());
    }

    private static List<Integer> rejected(List<ImportPlan> plans) {
        return plans.stream()
                .filter(plan -> plan.outcome() == Outcome.REJECTED)
                .map(ImportPlan::no)
                .toList();
    }

    private static Duration since(long from) {
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private void forgetLastTime(ImportBatch batch) {
        rows.forgetRemarks(batch.id());
        if (batch.state() == State.CHECKING) {
            seen.forget(batch.id());
        }
        if (batch.isStaged()) {
            rows.markTwins(batch.id());
        }
    }

    private void refuseNext(ImportBatch batch) {
        if (batch.state() == State.UNDOING) {
            throw new IllegalStateException("the database refuses to undo a row of import " + batch.reference());
        }
        Reach reach = reach(batch, 1);
        List<ImportPlan> refused = reach.rows().stream()
                .map(row -> ImportPlan.rejected(
                        row.no(),
                        ImportRemark.rejected("row", "The row could not be saved. Look at its values.", null)))
                .toList();
        rows.remark(batch.id(), refused);
        Counts counts = ImportPlan.count(refused).withSame(reach.same());
        batches.advance(batch.id(), new Step(reach.to(), counts, Births.NONE, Undone.NONE, Duration.ZERO));
    }

    private void finish(ImportBatch batch) {
        if (batch.state() != State.UNDOING && !batch.isReconciled()) {
            throw new IllegalStateException("import %s has read %d rows and accounts for %d"
                    .formatted(
                            batch.reference(), batch.rowsRead(), batch.counts().total()));
        }
        if (batch.state() == State.RUNNING) {
            seen.forget(batch.id());
        }
        batches.change(batch, batch.state().next());
        audit.record(Act.on("finish-" + batch.state().stored().toLowerCase(Locale.ROOT), Imports.KIND, batch.id())
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
