package uk.sightline.imports;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.sightline.platform.BulkRows;

/** Rows of a file on their way into the database, some at a time: what a file of any size takes of memory. */
final class ImportStaging {

    private static final int MANY = 2_000;
    private static final int MANY_CHARACTERS = 4_000_000;

    private final UUID batch;
    private final List<String> headings;
    private final ImportMapping mapping;
    private final Consumer<BulkRows> writing;
    private final BulkRows waiting = ImportRowStore.rows();
    private int read;
    private int last;
    private int some;
    private int characters;

    /**
     * For the rows of one file.
     *
     * @param mapping what its columns are supposed to hold
     * @param writing writes what waits
     */
    ImportStaging(UUID batch, List<String> headings, ImportMapping mapping, Consumer<BulkRows> writing) {
        this.batch = batch;
        this.headings = headings;
        this.mapping = mapping;
        this.writing = writing;
    }

    void add(ImportTable.Row row) {
        @Nullable ImportRow numbered =
                row.problem() == null && mapping.isNumbered() ? ImportRow.of(mapping, headings, row.cells()) : null;
        waiting.add(
                batch,
                row.no(),
                ImportText.joined(row.cells()),
                row.problem(),
                numbered == null ? null : numbered.number().orElse(null),
                numbered == null ? null : numbered.said());
        read++;
        last = row.no();
        some++;
        characters += row.size();
        if (some == MANY || characters >= MANY_CHARACTERS) {
            finish();
        }
    }

    /** Writes what still waits. */
    void finish() {
        writing.accept(waiting);
        some = 0;
        characters = 0;
    }

    /** How many rows there were. */
    int read() {
        return read;
    }

    /** The number of the last. */
    int last() {
        return last;
    }
}
