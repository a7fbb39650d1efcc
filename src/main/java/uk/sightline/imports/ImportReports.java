package uk.sightline.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.imports.ImportRemark.What;

/** What became of a batch, for whoever may see it; people appear as far as the reader may know of them. */
@Repository
@Transactional
class ImportReports {

    /** Above the reasons, in a file of rejects. */
    static final String WHY = "Why rejected";

    private static final int KINDS = 30;
    private static final int EXAMPLES = 5;
    private static final int ALIKE_SHOWN = 50;
    private static final int FETCH = 500;

    private static final String KINDS_OF_REMARK = """
            with kinds as materialized (
              select k.kind, count(*) as rows, min(k.no) as first
              from imports.remark k where k.batch_id = :batch and k.what = :what
              group by k.kind
              order by count(*) desc, min(k.no) limit :kinds)
            select kinds.kind, kinds.rows, few.no, coalesce(few.field, '') as field, few.says, few.value
            from kinds cross join lateral (
              select r.no, r.field, r.says, r.value from imports.remark r
              where r.batch_id = :batch and r.what = :what and r.kind = kinds.kind
              order by r.no limit :examples) as few
            order by kinds.rows desc, kinds.first, few.no
            """;

    private static final String ALIKE = """
            with few as materialized (
              (select x.no from imports.possible x where x.batch_id = :batch group by x.no order by x.no limit :limit)
              union
              (select r.no from imports.remark r
               where r.batch_id = :batch and r.what = 'again' order by r.no limit :limit))
            select few.no, again.earlier, own.id as own_id, own.display_name as own_name, other.id as other_id,
                   other.display_name as other_name
            from few
            left join imports.remark again on again.batch_id = :batch and again.no = few.no and again.what = 'again'
            left join imports.possible x on x.batch_id = :batch and x.no = few.no
            left join people.summary other on other.id = x.person_id
            left join imports.origin o on o.made_by = :batch and o.no = few.no
            left join people.summary own on own.id = o.person_id
            where again.earlier is not null or other.id is not null
            order by few.no limit :limit
            """;

    private static final String TALLY = """
            select (select count(*) from (
                      select x.no from imports.possible x where x.batch_id = :batch
                      union
                      select r.no from imports.remark r where r.batch_id = :batch and r.what = 'again') as a) as alike,
                   (select count(distinct r.no) from imports.remark r
                    where r.batch_id = :batch and r.what = 'left-out') as noted
            """;

    private static final String REMARKS = """
            select r.no, r.what, r.field, r.says, coalesce(r.value, r.earlier::text) as value from imports.remark r
            where r.batch_id = :batch order by r.no
            """;

    private static final String REJECTS = """
            select w.cells, string_agg(r.says, ' ') as says
            from imports.remark r
            join imports.row w on w.batch_id = r.batch_id and w.no = r.no
            where r.batch_id = :batch and r.what = 'rejected'
            group by w.no, w.cells order by w.no
            """;

    private final JdbcClient sql;
    private final Audit audit;

    ImportReports(JdbcClient sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** A row of a kind of problem. */
    record Example(int no, String says, @Nullable String value) {}

    /**
     * One kind of problem.
     *
     * @param field the column, empty for the row as a whole
     * @param rows how many
     * @param examples the first of them
     */
    record Problem(String field, int rows, List<Example> examples) {

        String says() {
            return examples.getFirst().says();
        }
    }

    /** A new record and who may be the same person: an earlier row, or somebody on the index. */
    record Alike(
            int no,
            @Nullable Integer earlier,
            @Nullable UUID ownId,
            @Nullable String ownName,
            @Nullable UUID otherId,
            @Nullable String otherName) {}

    /** How many rows. */
    record Tally(int alike, int noted) {}

    /** The most frequent kinds, with the first rows of each. */
    record Report(Tally tally, List<Problem> refused, List<Problem> noted, List<Problem> kept, List<Alike> alike) {}

    Report of(UUID batch) {
        audit.viewed(Imports.KIND, batch);
        return new Report(
                tally(batch),
                problems(What.REJECTED, batch),
                problems(What.LEFT_OUT, batch),
                problems(What.KEPT, batch),
                alike(batch));
    }

    private Tally tally(UUID batch) {
        return sql.sql(TALLY).param("batch", batch).query(Tally.class).single();
    }

    private List<Problem> problems(What what, UUID batch) {
        Map<String, Problem> problems = new LinkedHashMap<>();
        sql.sql(KINDS_OF_REMARK)
                .param("batch", batch)
                .param("what", what.stored())
                .param("kinds", KINDS)
                .param("examples", EXAMPLES)
                .query(row -> {
                    String field = row.getString("field");
                    int rows = row.getInt("rows");
                    problems.computeIfAbsent(row.getString("kind"), kind -> new Problem(field, rows, new ArrayList<>()))
                            .examples()
                            .add(new Example(row.getInt("no"), row.getString("says"), row.getString("value")));
                });
        return List.copyOf(problems.values());
    }

    private List<Alike> alike(UUID batch) {
        return sql.sql(ALIKE)
                .param("batch", batch)
                .param("limit", ALIKE_SHOWN)
                .query((row, n) -> new Alike(
                        row.getInt("no"),
                        row.getObject("earlier", Integer.class),
                        row.getObject("own_id", UUID.class),
                        row.getString("own_name"),
                        row.getObject("other_id", UUID.class),
                        row.getString("other_name")))
                .list();
    }

    /** Everything that was said of rows, one line each. */
    void writeRemarks(ImportBatch batch, Appendable out) throws IOException {
        audit.record(Act.on("export", Imports.KIND, batch.id()).detail(batch.reference()));
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord("row", "what", "field", "reason", "value");
        sql.sql(REMARKS).withFetchSize(FETCH).param("batch", batch.id()).query(row -> {
            print(
                    csv,
                    List.of(
                            row.getString("no"),
                            row.getString("what"),
                            text(row.getString("field")),
                            row.getString("says"),
                            text(row.getString("value"))));
        });
        csv.flush();
    }

    /**
     * The rows that were rejected as they stood in the file, the reason in a last column: corrected, it can be brought
     * again. No cell begins like a formula.
     */
    void writeRejects(ImportBatch batch, Appendable out) throws IOException {
        audit.record(Act.on("export", Imports.KIND, batch.id()).detail(batch.reference()));
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
        int columns = batch.headings().size();
        boolean again = batch.headings().getLast().equals(WHY);
        int own = again ? columns - 1 : columns;
        print(csv, withReason(batch.headings(), own, WHY));
        sql.sql(REJECTS).withFetchSize(FETCH).param("batch", batch.id()).query(row -> {
            List<String> cells = ImportText.split(row.getString("cells"));
            // A row with too many values keeps them: its reason says so, after the last.
            print(csv, withReason(cells, cells.size() > columns ? cells.size() : own, row.getString("says")));
        });
        csv.flush();
    }

    private static List<String> withReason(List<String> cells, int columns, String reason) {
        List<String> line = new ArrayList<>(cells.subList(0, Math.min(cells.size(), columns)));
        while (line.size() < columns) {
            line.add("");
        }
        line.add(reason);
        return line;
    }

    private static void print(CSVPrinter csv, List<String> line) {
        try {
            csv.printRecord(line.stream().map(ImportText::neutral).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
