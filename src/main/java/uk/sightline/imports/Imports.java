package uk.sightline.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.imports.ImportBatch.State;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

/**
 * Imports of people from files (PRACTICE §17.7): a file is taken in, its columns are confirmed, it is checked without
 * changing anything, imported, and can be undone. The work itself is {@link ImportWork}'s.
 */
@Service
@Transactional
class Imports {

    static final String KIND = "people-import";
    private static final int SAMPLE_ROWS = 50;
    private static final int SAMPLES = 3;
    private static final int LONGEST_SOURCE = 100;
    private static final int LONGEST_FILE_NAME = 200;

    private final ImportBatchStore batches;
    private final ImportRowStore rows;
    private final Access access;
    private final Audit audit;

    Imports(ImportBatchStore batches, ImportRowStore rows, Access access, Audit audit) {
        this.batches = batches;
        this.rows = rows;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Takes a file in, row by row. Nobody's record changes.
     *
     * @throws RuleBroken when it is no table, saying what to do; nothing of it is kept
     */
    UUID take(InputStreamSource file, String fileName, String source) {
        mayImport();
        UUID id = Ids.next();
        try {
            ImportFormat format = ImportFormat.of(file);
            try (ImportTable table = ImportTable.open(file, format)) {
                take(id, table, format, ImportText.clean(fileName), ImportText.clean(source));
            }
        } catch (IOException e) {
            throw new RuleBroken(
                    "file",
                    "The file could not be read to its end, so nothing of it was kept. Perhaps the disk is full: try again, "
                            + "and tell support if it happens again.");
        }
        return id;
    }

    private void take(UUID id, ImportTable table, ImportFormat format, String fileName, String source)
            throws IOException {
        List<ImportTable.Row> first = new ArrayList<>();
        Optional<ImportTable.Row> row = table.next();
        for (; row.isPresent() && first.size() < SAMPLE_ROWS; row = table.next()) {
            first.add(row.get());
        }
        if (first.isEmpty()) {
            throw new RuleBroken("file", "The file has headings and no rows.");
        }
        ImportGuess.Guessed guess = ImportGuess.of(
                table.headings(),
                samples(
                        table.headings().size(),
                        first.stream().map(ImportTable.Row::cells).toList()));
        String reference = Ids.reference("I");
        ImportGuess.Guessed likely = batches.lastMapping(checkedSource(source), table.headings())
                .map(last -> new ImportGuess.Guessed(last, guess.knownAs()))
                .orElse(guess);
        batches.add(id, reference, source, shortened(fileName), format, table.headings(), likely);
        ImportStaging staging = new ImportStaging(id, table.headings(), likely.mapping(), rows::write);
        first.forEach(staging::add);
        for (; row.isPresent(); row = table.next()) {
            staging.add(row.get());
        }
        staging.finish();
        batches.countRows(id, staging.read(), staging.last());
        audit.record(Act.on("add", KIND, id).detail(reference));
    }

    private static String checkedSource(String source) {
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            throw new RuleBroken("source", "Say whose file it is, in 1 to 100 characters.");
        }
        return source;
    }

    private static String shortened(String fileName) {
        String name = fileName.isEmpty() ? "file" : fileName;
        return name.substring(Math.max(0, name.length() - LONGEST_FILE_NAME));
    }

    @Transactional(readOnly = true)
    List<ImportBatch> recent() {
        return batches.recent();
    }

    /** @throws NoSuchRecord when there is none, or it is another's */
    @Transactional(readOnly = true)
    ImportBatch find(UUID id) {
        return batches.find(id).orElseThrow(NoSuchRecord::new);
    }

    /** By reference or id, as typed. */
    @Transactional(readOnly = true)
    Optional<UUID> named(String text) {
        return batches.named(text);
    }

    /** For each column, its first values that are not blank. */
    @Transactional(readOnly = true)
    List<List<String>> samples(ImportBatch batch) {
        return samples(
                batch.headings().size(),
                rows.samples(batch.id(), SAMPLE_ROWS).stream()
                        .map(ImportRowStore.Waiting::cells)
                        .toList());
    }

    private static List<List<String>> samples(int columns, List<List<String>> rows) {
        List<List<String>> samples = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            int column = i;
            samples.add(rows.stream()
                    .filter(cells -> cells.size() > column)
                    .map(cells -> ImportText.clean(cells.get(column)))
                    .filter(value -> !value.isEmpty())
                    .limit(SAMPLES)
                    .toList());
        }
        return samples;
    }

    /**
     * Confirms the columns and has the rows checked.
     *
     * @throws RuleBroken when nobody could be made of them
     */
    void check(UUID id, String source, ImportMapping mapping) {
        ImportBatch batch = in(id, State.MAPPING, State.CHECKED);
        mapping.check(batch.headings());
        batches.change(id, State.CHECKING, checkedSource(ImportText.clean(source)), mapping);
        audit.record(Act.on("check", KIND, id).detail(batch.reference()));
    }

    /**
     * Confirms the columns and has the rows imported at once, without showing first what would happen.
     *
     * @throws RuleBroken when nobody could be made of them
     */
    void runUnchecked(UUID id, ImportMapping mapping) {
        ImportBatch batch = in(id, State.MAPPING);
        mapping.check(batch.headings());
        batches.change(id, State.RUNNING, batch.source(), mapping);
        audit.record(Act.on("start", KIND, id).detail(batch.reference()));
    }

    /** Goes back to the columns. */
    void reconsider(UUID id) {
        batches.change(in(id, State.CHECKED), State.MAPPING);
    }

    /** Has a checked batch imported. */
    void run(UUID id) {
        ImportBatch batch = in(id, State.CHECKED);
        batches.change(batch, State.RUNNING);
        audit.record(Act.on("start", KIND, id).detail(batch.reference()));
    }

    /** Has a batch taken back; one that was stopped half-way too. */
    void undo(UUID id) {
        ImportBatch batch = in(id, State.DONE, State.STOPPED);
        batches.change(batch, State.UNDOING);
        audit.record(Act.on("undo", KIND, id).detail(batch.reference()));
    }

    /** Nobody works on it until somebody lets it go on. What is done stays done. */
    void pause(UUID id) {
        ImportBatch batch = in(id, State.CHECKING, State.RUNNING, State.UNDOING);
        batches.pause(id, true);
        audit.record(Act.on("pause", KIND, id).detail(batch.reference()));
    }

    /** Goes on where it was paused. */
    void goOn(UUID id) {
        ImportBatch batch = in(id, State.CHECKING, State.RUNNING, State.UNDOING);
        batches.pause(id, false);
        audit.record(Act.on("resume", KIND, id).detail(batch.reference()));
    }

    /** Throws away a file that was not imported. */
    void discard(UUID id) {
        ImportBatch batch = in(id, State.MAPPING, State.CHECKED);
        batches.remove(id);
        audit.record(Act.on("remove", KIND, id).detail(batch.reference()));
    }

    /** An import of the same file that stopped half-way: taking it up again is better than beginning anew. */
    Optional<UUID> unfinishedLike(UUID id, ImportMapping mapping) {
        return batches.unfinishedLike(id, mapping);
    }

    private ImportBatch in(UUID id, State... states) {
        mayImport();
        ImportBatch batch = batches.lock(id).orElseThrow(NoSuchRecord::new);
        if (!List.of(states).contains(batch.state())) {
            throw new RuleBroken("This import has moved on: “%s”. Open it again to see where it is."
                    .formatted(batch.state().label()));
        }
        return batch;
    }

    private void mayImport() {
        if (!Actor.current().id().equals(ImportJob.ACTOR.id())) {
            access.require(Action.IMPORT_PEOPLE);
        }
    }
}
