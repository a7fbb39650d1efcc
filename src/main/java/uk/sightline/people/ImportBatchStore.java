package uk.sightline.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.people.ImportBatch.Counts;
import uk.sightline.people.ImportBatch.State;
import uk.sightline.platform.Actor;

/** Keeps batches: where each is, and how far its work has come. */
@Repository
class ImportBatchStore {

    private static final String ADD = """
            insert into people.import_batch (id, reference, source, file_name, file_hash, format, headings, fields, state,
              rows_read, requested_by, created_by, created_at)
            values (:id, :reference, :source, :fileName, :hash, :format, :headings, :fields, 'mapping',
              :rows, :by, :by, :at)
            """;

    private static final String FIND = """
            select id, reference, source, file_name, format, headings, fields, state, rows_read, reached, added, changed,
              unchanged, rejected, matched, requested_by, created_at, finished_at
            from people.import_batch where id = :id
            """;

    private static final String LOCK = """
            select id, reference, source, file_name, format, headings, fields, state, rows_read, reached, added, changed,
              unchanged, rejected, matched, requested_by, created_at, finished_at
            from people.import_batch where id = :id for update
            """;

    private static final String RECENT = """
            select id, reference, source, file_name, format, headings, fields, state, rows_read, reached, added, changed,
              unchanged, rejected, matched, requested_by, created_at, finished_at
            from people.import_batch order by created_at desc limit 50
            """;

    private static final String BY_REFERENCE =
            "select id from people.import_batch where reference = upper(:text) or id::text = lower(:text)";

    private static final String UNFINISHED = """
            select o.id from people.import_batch b
            join people.import_batch o
              on o.file_hash = b.file_hash and o.source = b.source and o.fields = b.fields and o.state = 'running'
            where b.id = :id
            order by o.created_at limit 1
            """;

    private static final String COUNT = "update people.import_batch set rows_read = :rows where id = :id";

    private static final String WORK =
            "select id from people.import_batch where state in ('checking', 'running', 'undoing') order by created_at";

    private static final String STALE = """
            select id from people.import_batch
            where state in ('mapping', 'checked') and created_at < :before
            """;

    private static final String CHANGE_STATE = """
            update people.import_batch
            set state = :state, source = :source, fields = :fields, reached = 0, version = version + 1,
                added = case when :restart then 0 else added end,
                changed = case when :restart then 0 else changed end,
                unchanged = case when :restart then 0 else unchanged end,
                rejected = case when :restart then 0 else rejected end,
                matched = case when :restart then 0 else matched end,
                finished_at = :finished::timestamptz
            where id = :id
            """;

    private static final String ADVANCE = """
            update people.import_batch
            set reached = :reached, added = added + :added, changed = changed + :changed,
                unchanged = unchanged + :unchanged, rejected = rejected + :rejected, matched = matched + :matched
            where id = :id
            """;

    private static final String REMOVE = "delete from people.import_batch where id = :id";

    private final JdbcClient sql;
    private final InstantSource time;

    ImportBatchStore(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    void add(
            UUID id,
            String reference,
            String source,
            String fileName,
            ImportFormat format,
            List<String> headings,
            ImportMapping guess,
            int rows) {
        sql.sql(ADD)
                .param("id", id)
                .param("reference", reference)
                .param("source", source)
                .param("fileName", fileName)
                .param("hash", format.hash())
                .param("format", format.words())
                .param("headings", ImportText.joined(headings))
                .param("fields", guess.stored())
                .param("rows", rows)
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

    /** A batch of the same file, source and columns whose import stopped half-way. */
    Optional<UUID> unfinishedLike(UUID id) {
        return sql.sql(UNFINISHED).param("id", id).query(UUID.class).optional();
    }

    void countRows(UUID id, int rows) {
        sql.sql(COUNT).param("id", id).param("rows", rows).update();
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

    void advance(UUID id, int reached, Counts more) {
        sql.sql(ADVANCE)
                .param("id", id)
                .param("reached", reached)
                .param("added", more.added())
                .param("changed", more.changed())
                .param("unchanged", more.unchanged())
                .param("rejected", more.rejected())
                .param("matched", more.matched())
                .update();
    }

    void remove(UUID id) {
        sql.sql(REMOVE).param("id", id).update();
    }
}
