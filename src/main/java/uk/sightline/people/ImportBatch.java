package uk.sightline.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way to the index.
 *
 * @param reference as spoken and typed: {@code I-7KQ2M4X}
 * @param source whose file it is: the same people come under the same source again
 * @param rowsRead rows of the file that are not blank, the headings not counted
 * @param reached the last row that the state's work is done for
 */
record ImportBatch(
        UUID id,
        String reference,
        String source,
        String fileName,
        String format,
        List<String> headings,
        ImportMapping mapping,
        State state,
        int rowsRead,
        int reached,
        Counts counts,
        UUID requestedBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Where a batch is. What ends in "-ing" is work that any node takes up. */
    enum State {
        MAPPING("Columns to confirm"),
        CHECKING("Being checked"),
        CHECKED("Checked, not imported"),
        RUNNING("Being imported"),
        DONE("Imported"),
        UNDOING("Being undone"),
        UNDONE("Undone"),
        STOPPED("Stopped: its maker may no longer import");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isWork() {
            return this == CHECKING || this == RUNNING || this == UNDOING;
        }

        /** Where the work leads. */
        State next() {
            return switch (this) {
                case CHECKING -> CHECKED;
                case RUNNING -> DONE;
                case UNDOING -> UNDONE;
                default -> this;
            };
        }
    }

    /** Rows by what became of them; those matched by identifier are among the first three. */
    record Counts(int added, int changed, int unchanged, int rejected, int matched) {

        int total() {
            return added + changed + unchanged + rejected;
        }
    }

    int percent() {
        return rowsRead == 0 ? 100 : (int) Math.min(100L, 100L * counts.total() / rowsRead);
    }

    static ImportBatch read(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new ImportBatch(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("source"),
                row.getString("file_name"),
                row.getString("format"),
                ImportText.split(row.getString("headings")),
                ImportMapping.read(row.getString("fields")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("rows_read"),
                row.getInt("reached"),
                new Counts(
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("rejected"),
                        row.getInt("matched")),
                row.getObject("requested_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
