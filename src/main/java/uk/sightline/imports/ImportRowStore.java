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
            select no, cells, problem, true as met from imports.row
            where batch_id = :batch and no > :after order by no limit :limit
            """;

    /**
     * Without those that say word for word what the source said of them last time. One look-up for each row, whatever
     * PostgreSQL knows of the sizes: without it, it once read all that a source has said for each row.
     */
    private static final String NEXT_NEW = """
            select r.no, r.cells, r.problem, r.twin as met
            from imports.row r
            left join lateral (
              select true as same from imports.origin o
              where o.source = :source and o.key = r.key and o.said = r.said limit 1) as last on not r.twin
            where r.batch_id = :batch and r.no > :after and r.no <= :to and last.same is null
            order by r.no limit :limit
            """;

    private static final String COUNT = """
            select count(*) from imports.row r where r.batch_id = :batch and r.no > :after and r.no <= :to
            """;

    private static final String HAS_TWINS = """
            select exists (select from imports.row r where r.batch_id = :batch and r.key is not null
                           group by r.key having count(*) > 1)
            """;

    private static final String TWINS = """
            with several as materialized (
              select counted.no
              from (select r.no, count(*) over (partition by r.key) as times
                    from imports.row r where r.batch_id = :batch and r.key is not null) as counted
              where counted.times > 1)
            update imports.row r set twin = true from several where r.batch_id = :batch and r.no = several.no
            """;

    private static final String SAMPLES = """
            select no, cells, problem, true as met from imports.row
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

    /**
     * A row that waits.
     *
     * @param problem why the row could not be read; null for a good one
     * @param met whether another row of the file may have the same number of its own
     */
    record Waiting(int no, List<String> cells, @Nullable String problem, boolean met) {}

    /** Rows on their way into the table. */
    static BulkRows rows() {
        return BulkRows.into("imports.row", "batch_id, no, cells, problem, key, said");
    }

    void write(BulkRows rows) {
        rows.write(copying);
    }

    List<Waiting> next(UUID batch, int after, int limit) {
        return waiting(sql.sql(NEXT).param("batch", batch).param("after", after), limit);
    }

    /** Marks the rows of a file that have their number with another in common: they are looked at one by one. */
    void markTwins(UUID batch) {
        if (sql.sql(HAS_TWINS).param("batch", batch).query(Boolean.class).single()) {
            sql.sql(TWINS).param("batch", batch).update();
        }
    }

    /** The next rows up to one, without those that say what their source said of them last time. */
    List<Waiting> nextNew(ImportBatch batch, int after, int to, int limit) {
        return waiting(
                sql.sql(NEXT_NEW)
                        .param("batch", batch.id())
                        .param("source", batch.source())
                        .param("after", after)
                        .param("to", to),
                limit);
    }

    int count(UUID batch, int after, int to) {
        return sql.sql(COUNT)
                .param("batch", batch)
                .param("after", after)
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    /** The first rows that can be read. */
    List<Waiting> samples(UUID batch, int limit) {
        return waiting(sql.sql(SAMPLES).param("batch", batch), limit);
    }

    private static List<Waiting> waiting(JdbcClient.StatementSpec query, int limit) {
        return query.param("limit", limit)
                .query((row, n) -> new Waiting(
                        row.getInt("no"),
                        ImportText.split(row.getString("cells")),
                        row.getString("problem"),
                        row.getBoolean("met")))
                .list();
    }

    /** Imported rows need not be kept; rejected ones are, for the file of rejects. @return how many went */
    int doneWith(UUID batch, int from, int to, Collection<Integer> kept) {
        return sql.sql(DONE_WITH)
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
