package uk.sightline.imports;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.BulkRows;

/** Keeps the rows of a file until they are imported, and what has to be said of them. */
@Repository
class ImportRowStore {

    private static final String NEXT = """
            select no, cells, problem from imports.row
            where batch_id = :batch and no > :after order by no limit :limit
            """;

    private static final String SAMPLES = """
            select no, cells, problem from imports.row
            where batch_id = :batch and problem is null order by no limit :limit
            """;

    private static final String DONE_WITH = """
            delete from imports.row
            where batch_id = :batch and no between :from and :to and no <> all (:kept::int[])
            """;

    private static final String FORGET_REMARKS = "delete from imports.remark where batch_id = :batch";

    private static final String FORGET_POSSIBLE = "delete from imports.possible where batch_id = :batch";

    private static final String FORGET_PEOPLE = "delete from imports.possible where person_id = any (:people::uuid[])";

    private final JdbcClient sql;
    private final JdbcOperations copying;

    ImportRowStore(JdbcClient sql, JdbcOperations copying) {
        this.sql = sql;
        this.copying = copying;
    }

    /** @param problem why the row could not be read; null for a good one */
    record Waiting(int no, List<String> cells, @Nullable String problem) {}

    /** Rows on their way into the table. */
    static BulkRows rows() {
        return BulkRows.into("imports.row", "batch_id, no, cells, problem");
    }

    void write(BulkRows rows) {
        rows.write(copying);
    }

    List<Waiting> next(UUID batch, int after, int limit) {
        return waiting(sql.sql(NEXT).param("batch", batch).param("after", after), limit);
    }

    /** The first rows that can be read. */
    List<Waiting> samples(UUID batch, int limit) {
        return waiting(sql.sql(SAMPLES).param("batch", batch), limit);
    }

    private static List<Waiting> waiting(JdbcClient.StatementSpec query, int limit) {
        return query.param("limit", limit)
                .query((row, n) -> new Waiting(
                        row.getInt("no"), ImportText.split(row.getString("cells")), row.getString("problem")))
                .list();
    }

    /** Imported rows need not be kept; rejected ones are, for the file of rejects. */
    void doneWith(UUID batch, int from, int to, Collection<Integer> kept) {
        sql.sql(DONE_WITH)
                .param("batch", batch)
                .param("from", from)
                .param("to", to)
                .param("kept", kept.toArray(Integer[]::new))
                .update();
    }

    /** Before the rows are gone through again. */
    void forgetRemarks(UUID batch) {
        sql.sql(FORGET_REMARKS).param("batch", batch).update();
        sql.sql(FORGET_POSSIBLE).param("batch", batch).update();
    }

    void forgetPeople(Collection<UUID> people) {
        sql.sql(FORGET_PEOPLE).param("people", people.toArray(UUID[]::new)).update();
    }

    void remark(UUID batch, List<ImportPlan> plans) {
        BulkRows remarks = remarks();
        BulkRows possible = BulkRows.into("imports.possible", "batch_id, no, person_id");
        for (ImportPlan plan : plans) {
            plan.remarks().forEach(remark -> add(remarks, batch, plan.no(), remark));
            plan.possible().forEach(person -> possible.add(batch, plan.no(), person));
        }
        remarks.write(copying);
        possible.write(copying);
    }

    /** What is told of rows at an undoing. */
    void kept(UUID batch, Collection<Integer> nos, String says) {
        BulkRows remarks = remarks();
        ImportRemark remark = new ImportRemark(ImportRemark.What.KEPT, null, says, null, null);
        nos.forEach(no -> add(remarks, batch, no, remark));
        remarks.write(copying);
    }

    private static BulkRows remarks() {
        return BulkRows.into("imports.remark", "batch_id, no, what, kind, field, says, value, earlier");
    }

    private static void add(BulkRows rows, UUID batch, int no, ImportRemark remark) {
        rows.add(
                batch,
                no,
                remark.what().stored(),
                remark.kind(),
                remark.field(),
                remark.says(),
                remark.value(),
                remark.earlier());
    }
}
