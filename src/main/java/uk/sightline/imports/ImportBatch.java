package uk.sightline.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way to the index.
 *
 * @param reference as spoken and typed: {@code I-7KQ2M4X}
 * @param source whose file it is: the same people come under the same source again
 * @param knownAs the published table whose headings the file has
 * @param staged the columns by which each row was read when the file came, as they are stored; null when by none
 * @param rowsRead rows of the file that are not blank, the headings not counted
 */
record ImportBatch(
        UUID id,
        String reference,
        String source,
        String fileName,
        String format,
        List<String> headings,
        ImportMapping mapping,
        @Nullable String knownAs,
        @Nullable String staged,
        State state,
        int rowsRead,
        Progress progress,
        Counts counts,
        Births births,
        Undone undone,
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

    /**
     * How far the work of the state has come.
     *
     * @param reached the row that everything is done up to
     * @param last the last row of the file
     * @param worked how long that took, pauses not counted
     * @param paused by a person, until a person lets it go on
     * @param trouble why it does not get on at present
     */
    record Progress(
            int reached,
            int last,
            Duration worked,
            boolean paused,
            @Nullable String trouble) {

        int percent() {
            return last == 0 ? 100 : (int) Math.min(100L, 100L * reached / last);
        }

        /** How long the rest takes at the pace so far; empty before the first rows are done. */
        Optional<Duration> left() {
            return reached <= 1 || worked.isZero()
                    ? Optional.empty()
                    : Optional.of(
                            worked.multipliedBy(Math.max(0, last - reached)).dividedBy(reached));
        }

        /** The same in words. */
        String leftInWords() {
            return left().map(Progress::words).orElse("not known yet");
        }

        private static String words(Duration left) {
            long minutes = left.plusSeconds(30).toMinutes();
            if (minutes < 1) {
                return "less than a minute";
            }
            if (minutes < 60) {
                return minutes == 1 ? "about 1 minute" : "about " + minutes + " minutes";
            }
            long hours = minutes / 60;
            return "about %d %s %d minutes".formatted(hours, hours == 1 ? "hour" : "hours", minutes % 60);
        }
    }

    /** Rows by what became of them; those matched by identifier are among the first three. */
    record Counts(int added, int changed, int unchanged, int rejected, int matched) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        /** And so many that say what they said last time. */
        Counts withSame(int same) {
            return new Counts(added, changed, unchanged + same, rejected, matched);
        }

        int total() {
            return added + changed + unchanged + rejected;
        }
    }

    /** Rows that were read with a whole date of birth, and those of them with 1 January. */
    record Births(int dated, int newYear) {

        static final Births NONE = new Births(0, 0);

        private static final int FEWEST = 20;
        private static final int ONE_IN = 20;

        /** One birth in 365 is on 1 January; where many are, it stands for a day that nobody knew. */
        boolean areDoubtful() {
            return newYear >= FEWEST && newYear * (long) ONE_IN >= dated;
        }
    }

    /** Rows whose records the undoing took away, put back as they were, or left as they are. */
    record Undone(int gone, int restored, int kept) {

        static final Undone NONE = new Undone(0, 0, 0);
    }

    /** Whether rows that say what they said last time are known without being read. */
    boolean isStaged() {
        return mapping.stored().equals(staged);
    }

    boolean isReconciled() {
        return counts.total() == rowsRead;
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
                row.getString("known_as"),
                row.getString("staged"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("rows_read"),
                new Progress(
                        row.getInt("reached"),
                        row.getInt("last_no"),
                        Duration.ofMillis(row.getLong("work_ms")),
                        row.getBoolean("paused"),
                        row.getString("trouble")),
                new Counts(
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("rejected"),
                        row.getInt("matched")),
                new Births(row.getInt("dated"), row.getInt("new_year")),
                new Undone(row.getInt("gone"), row.getInt("restored"), row.getInt("kept")),
                row.getObject("requested_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
