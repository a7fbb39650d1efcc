package uk.sightline.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;

/** What became of a batch, for whoever may see it; people appear as far as the reader may know of them. */
@Repository
@Transactional
class ImportReports {

    private static final int SHOWN = 50;
    private static final int FETCH = 500;

    private static final String REFUSED = """
            select no, coalesce(field, 'row') as what, reason as said from people.import_row
            where batch_id = :batch and outcome = 'rejected' order by no limit :limit
            """;

    private static final String NOTED = """
            select no, '' as what, note as said from people.import_row
            where batch_id = :batch and note is not null and outcome <> 'rejected' order by no limit :limit
            """;

    private static final String KEPT = """
            select no, '' as what, undone as said from people.import_row
            where batch_id = :batch and undone not in ('gone', 'restored') order by no limit :limit
            """;

    private static final String ALIKE = """
            select r.no, r.same_as, own.id as own_id, own.display_name as own_name, other.id as other_id,
                   other.display_name as other_name
            from people.import_row r
            left join people.import_possible x on x.batch_id = r.batch_id and x.no = r.no
            left join people.summary other on other.id = x.person_id
            left join people.summary own on own.id = r.person_id
            where r.batch_id = :batch and r.outcome = 'new' and (r.same_as is not null or other.id is not null)
            order by r.no limit :limit
            """;

    private static final String TALLY = """
            select (select count(distinct r.no)
                    from people.import_row r
                    left join people.import_possible x on x.batch_id = r.batch_id and x.no = r.no
                    where r.batch_id = :batch and r.outcome = 'new'
                      and (r.same_as is not null or x.person_id is not null)) as alike,
                   count(*) filter (where note is not null and outcome <> 'rejected') as noted,
                   count(*) filter (where undone = 'gone') as gone,
                   count(*) filter (where undone = 'restored') as restored,
                   count(*) filter (where undone not in ('gone', 'restored')) as kept
            from people.import_row where batch_id = :batch
            """;

    private static final String FILE = """
            select no, outcome, field, coalesce(reason, note) as said, cells from people.import_row
            where batch_id = :batch and (outcome = 'rejected' or note is not null) order by no
            """;

    private final JdbcClient sql;
    private final Audit audit;

    ImportReports(JdbcClient sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** A row and what is said of it. */
    record Line(int no, String what, String said) {}

    /** A new record and who may be the same person: an earlier row, or somebody on the index. */
    record Alike(
            int no,
            @Nullable Integer sameAs,
            @Nullable UUID ownId,
            @Nullable String ownName,
            @Nullable UUID otherId,
            @Nullable String otherName) {}

    /** How many rows. */
    record Tally(int alike, int noted, int gone, int restored, int kept) {}

    /** The first of each kind. */
    record Report(Tally tally, List<Line> refused, List<Line> noted, List<Line> kept, List<Alike> alike) {}

    Report of(UUID batch) {
        audit.viewed("people-import", batch);
        return new Report(tally(batch), lines(REFUSED, batch), lines(NOTED, batch), lines(KEPT, batch), alike(batch));
    }

    private Tally tally(UUID batch) {
        return sql.sql(TALLY).param("batch", batch).query(Tally.class).single();
    }

    private List<Line> lines(String query, UUID batch) {
        return sql.sql(query)
                .param("batch", batch)
                .param("limit", SHOWN)
                .query((row, n) -> new Line(row.getInt("no"), row.getString("what"), row.getString("said")))
                .list();
    }

    private List<Alike> alike(UUID batch) {
        return sql.sql(ALIKE)
                .param("batch", batch)
                .param("limit", SHOWN)
                .query((row, n) -> new Alike(
                        row.getInt("no"),
                        row.getObject("same_as", Integer.class),
                        row.getObject("own_id", UUID.class),
                        row.getString("own_name"),
                        row.getObject("other_id", UUID.class),
                        row.getString("other_name")))
                .list();
    }

    /**
     * Every row that was refused, or of which something was left out, with the reason and as it stood in the file. No cell
     * begins like a formula.
     */
    void write(ImportBatch batch, Appendable out) throws IOException {
        audit.record(Act.on("export", "people-import", batch.id()).detail(batch.reference()));
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
        List<String> head = new ArrayList<>(List.of("row", "what", "field", "reason"));
        head.addAll(batch.headings());
        csv.printRecord(neutral(head));
        sql.sql(FILE).withFetchSize(FETCH).param("batch", batch.id()).query(row -> {
            List<@Nullable String> line = new ArrayList<>();
            line.add(row.getString("no"));
            line.add("rejected".equals(row.getString("outcome")) ? "rejected" : "imported, something left out");
            line.add(row.getString("field"));
            line.add(row.getString("said"));
            @Nullable String cells = row.getString("cells");
            line.addAll(cells == null ? Collections.emptyList() : ImportText.split(cells));
            print(csv, line);
        });
        csv.flush();
    }

    private static void print(CSVPrinter csv, List<@Nullable String> line) {
        try {
            csv.printRecord(neutral(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> neutral(List<? extends @Nullable String> cells) {
        return cells.stream()
                .map(cell -> cell == null ? "" : ImportText.neutral(cell))
                .toList();
    }
}
