package uk.sightline.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.imports.ImportBatch.Births;
import uk.sightline.imports.ImportBatch.Counts;
import uk.sightline.imports.ImportBatch.State;
import uk.sightline.imports.ImportBatch.Undone;
import uk.sightline.platform.Actor;

/** Keeps batches: where each is, and how far its work has come. */
@Repository
class ImportBatchStore {

    private static final String ADD = """
            insert into imports.batch (id, reference, source, file_name, file_hash, format, headings, fields, known_as,
              staged, state, requested_by, created_by, created_at)
            values (:id, :reference, :source, :fileName, :hash, :format, :headings, :fields, :knownAs,
              :staged, 'mapping', :by, :by, :at)
            """;

    private static final String COLUMNS = """
            id, reference, source, file_name, format, headings, fields, known_as, staged, state, rows_read, reached, last_no,
              work_ms, paused, trouble, added, changed, unchanged, rejected, matched, dated, new_year, gone, restored, kept,
              requested_by, created_at, finished_at
            """;

    private static final String FIND = "select " + COLUMNS + " from imports.batch where id = :id";

    private static final String LOCK = "select " + COLUMNS + " from imports.batch where id = :id for update";

    private static final String RECENT = "select " + COLUMNS + " from imports.batch order by created_at desc limit 50";

    private static final String BY_REFERENCE =
            "select id from imports.batch where reference = upper(:text) or id::text = lower(:text)";

    private static final String UNFINISHED = """
            select o.id from imports.batch b
            join imports.batch o
              on o.file_hash = b.file_hash and o.source = b.source and o.fields = :fields and o.state = 'running'
            where b.id = :id
            order by o.created_at limit 1
            """;

    private static final String LAST_FIELDS = """
            select fields from imports.batch
            where source = :source and headings = :headings and state in ('running', 'done')
            order by created_at desc limit 1
            """;

    private static final String COUNT = "update imports.batch set rows_read = :rows, last_no = :last where id = :id";

    private static final String WORK = """
            select id from imports.batch where state in ('checking', 'running', 'undoing') and not paused
            order by created_at
            """;

    private static final String STALE = """
            select id from imports.batch
            where state in ('mapping', 'checked') and created_at < :before
            """;

    private static final String CHANGE_STATE = """
            update imports.batch
            set state = :state, source = :source, fields = :fields, reached = 0, work_ms = 0, paused = false,
                trouble = null, version = version + 1,
                added = case when :restart then 0 else added end,
                changed = case when :restart then 0 else changed end,
                unchanged = case when :restart then 0 else unchanged end,
                rejected = case when :restart then 0 else rejected end,
                matched = case when :restart then 0 else matched end,
                dated = case when :restart then 0 else dated end,
                new_year = case when :restart then 0 else new_year end,
                finished_at = :finished::timestamptz
            where id = :id
            """;

    private static final String ADVANCE = """
            update imports.batch
            set reached = :reached, work_ms = work_ms + :ms, trouble = null,
                added = added + :added, changed = changed + :changed, unchanged = unchanged + :unchanged,
                rejected = rejected + :rejected, matched = matched + :matched,
                dated = dated + :dated, new_year = new_year + :newYear,
                gone = gone + :gone, restored = restored + :restored, kept = kept + :kept
            where id = :id
            """;

    private static final String PAUSE = """
            update imports.batch set paused = :paused, trouble = null, version = version + 1 where id = :id
            """;

    private static final String TROUBLE = """
            update imports.batch set trouble = :says where id = :id and state in ('checking', 'running', 'undoing')
            """;

    private static final String REMOVE = "delete from imports.batch where id = :id";

    private final JdbcClient sql;
    private final InstantSource time;

    ImportBatchStore(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    /** What a step did, and how long it took. */
    record Step(int reached, Counts counts, Births births, Undone undone, Duration took) {}

    void add(
            UUID id,
            String reference,
            String source,
            String fileName,
            ImportFormat format,
            List<String> headings,
            ImportGuess.Guessed guess) {
        sql.sql(ADD)
                .param("id", id)
                .param("reference", reference)
                .param("source", source)
                .param("fileName", fileName)
                .param("hash", format.hash())
                .param("format", format.words())
                .param("headings", ImportText.joined(headings))
                .param("fields", guess.mapping().stored())
                .param("knownAs", guess.knownAs())
                .param("staged", guess.mapping().isNumbered() ? guess.mapping().stored() : null)
                .param("by", Actor.current().id())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ImportBatch> find(UUID id) {
        return sql.sql(FIND)
                .param("id", id)
                .query((row, n) -> ImportBatch.read(row))
                .optional();
    }

    /** The same, and nobody else works on it until the transaction ends. */
    Optional<ImportBatch> lock(UUID id) {
        return sql.sql(LOCK)
                .param("id", id)
                .query((row, n) -> ImportBatch.read(row))
                .optional();
    }

    List<ImportBatch> recent() {
        return sql.sql(RECENT).query((row, n) -> ImportBatch.read(row)).list();
    }

    /** By its reference or its id, as typed. */
    Optional<UUID> named(String text) {
        return sql.sql(BY_REFERENCE)
                .param("text", text.strip())
                .query(UUID.class)
                .optional();
    }

    /** What the columns of this source's last file with the same headings were said to hold. */
    Optional<ImportMapping> lastMapping(String source, List<String> headings) {
        return sql.sql(LAST_FIELDS)
                .param("source", source)
                .param("headings", ImportText.joined(headings))
                .query(String.class)
                .optional()
                .map(ImportMapping::read);
    }

    /** A batch of the same file and source with these columns, whose import stopped half-way. */
    Optional<UUID> unfinishedLike(UUID id, ImportMapping mapping) {
        return sql.sql(UNFINISHED)
                .param("id", id)
                .param("fields", mapping.stored())
                .query(UUID.class)
                .optional();
    }

    void countRows(UUID id, int rows, int last) {
        sql.sql(COUNT).param("id", id).param("rows", rows).param("last", last).update();
    }

    /** Those that somebody has to work on. */
    List<UUID> work() {
        return sql.sql(WORK).query(UUID.class).list();
    }

    /** Those that were brought before this and never imported. */
    List<UUID> neverImported(Instant before) {
        return sql.sql(STALE)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    void change(ImportBatch batch, State state) {
        change(batch.id(), state, batch.source(), batch.mapping());
    }

    void change(UUID id, State state, String source, ImportMapping mapping) {
        @Nullable Instant finished = state == State.DONE || state == State.UNDONE ? time.instant() : null;
        sql.sql(CHANGE_STATE)
                .param("id", id)
                .param("state", state.stored())
                .param("source", source)
                .param("fields", mapping.stored())
                .param("restart", state == State.CHECKING || state == State.RUNNING || state == State.MAPPING)
                .param("finished", finished == null ? null : finished.toString())
                .update();
    }

    void advance(UUID id, Step step) {
        sql.sql(ADVANCE)
                .param("id", id)
                .param("reached", step.reached())
                .param("ms", step.took().toMillis())
                .param("added", step.counts().added())
                .param("changed", step.counts().changed())
                .param("unchanged", step.counts().unchanged())
                .param("rejected", step.counts().rejected())
                .param("matched", step.counts().matched())
                .param("dated", step.births().dated())
                .param("newYear", step.births().newYear())
                .param("gone", step.undone().gone())
                .param("restored", step.undone().restored())
                .param("kept", step.undone().kept())
                .update();
    }

    void pause(UUID id, boolean paused) {
        sql.sql(PAUSE).param("id", id).param("paused", paused).update();
    }

    void trouble(UUID id, String says) {
        sql.sql(TROUBLE).param("id", id).param("says", says).update();
    }

    void remove(UUID id) {
        sql.sql(REMOVE).param("id", id).update();
    }
}
