package uk.sightline.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.SelectItem;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.platform.London;

/** What the import pages show. */
final class ImportPages {

    private ImportPages() {}

    /** Where a file is chosen, and earlier imports. */
    record Start(List<ImportBatch> batches, String source, FieldErrors errors) {}

    /**
     * Which column holds what.
     *
     * @param samples for each column, its first values
     */
    record Columns(
            ImportBatch batch, ImportMapping mapping, List<List<String>> samples, String source, FieldErrors errors) {

        static final List<SelectItem> FIELDS = Arrays.stream(ImportField.values())
                .map(field -> SelectItem.of(field.word(), field.label()))
                .toList();

        String sample(int column) {
            return samples.get(column).isEmpty()
                    ? "No value in the first rows"
                    : "For example: " + String.join(" · ", shortened(samples.get(column)));
        }

        private static List<String> shortened(List<String> values) {
            return values.stream()
                    .map(value -> value.length() > 60 ? value.substring(0, 60) + "…" : value)
                    .toList();
        }
    }

    /** What would become, or has become, of the rows. */
    record Result(ImportBatch batch, ImportReports.Report report) {

        boolean isChecked() {
            return batch.state() == ImportBatch.State.CHECKED;
        }

        boolean canBeUndone() {
            return batch.state() == ImportBatch.State.DONE || batch.state() == ImportBatch.State.STOPPED;
        }

        boolean isUndone() {
            return batch.state() == ImportBatch.State.UNDONE;
        }

        String title() {
            return switch (batch.state()) {
                case CHECKED -> "Check before importing";
                case DONE -> "Import finished";
                case UNDONE -> "Import undone";
                default -> "Import stopped";
            };
        }

        String importThem() {
            return switch (batch.mapping().kind()) {
                case ADDRESSES -> "Import these addresses";
                case NUMBERS -> "Import these numbers";
                default -> "Import these people";
            };
        }

        /** Why the dates of birth should not be trusted; null when they can be. */
        @Nullable String warning() {
            return batch.births().areDoubtful()
                    ? ("%,d of %,d dates of birth are 1 January. Many systems put that where nobody knew the day: the people "
                                    + "may be found under a wrong date. Ask whose file it is before you import it.")
                            .formatted(batch.births().newYear(), batch.births().dated())
                    : null;
        }

        List<SummaryRow> counts() {
            ImportBatch.Counts counts = batch.counts();
            List<SummaryRow> rows = new ArrayList<>();
            rows.add(SummaryRow.of("Reference", batch.reference()));
            rows.add(SummaryRow.of("File", batch.fileName()));
            rows.add(SummaryRow.of("Whose file", batch.source()));
            rows.add(SummaryRow.of("Rows are about", batch.mapping().kind().words()));
            rows.add(SummaryRow.of("Written in", batch.format()));
            rows.add(SummaryRow.of("Taken in", London.dayAndTime(batch.createdAt())));
            rows.add(number("Rows read", batch.rowsRead()));
            rows.add(number("New people", counts.added()));
            rows.add(number("Changed", counts.changed()));
            rows.add(number("Nothing new", counts.unchanged()));
            rows.add(number("Rejected", counts.rejected()));
            rows.add(SummaryRow.of("Added up", reconciled(counts)));
            rows.add(number("Of these, matched by a verified number", counts.matched()));
            rows.add(number(
                    "New people who may be on the index already", report.tally().alike()));
            if (isUndone()) {
                rows.add(number("Records taken away", batch.undone().gone()));
                rows.add(number("Records put back as they were", batch.undone().restored()));
                rows.add(number("Records that stay", batch.undone().kept()));
            }
            return rows;
        }

        private String reconciled(ImportBatch.Counts counts) {
            return batch.isReconciled()
                    ? "%,d new, %,d changed, %,d with nothing new and %,d rejected are the %,d read"
                            .formatted(
                                    counts.added(),
                                    counts.changed(),
                                    counts.unchanged(),
                                    counts.rejected(),
                                    batch.rowsRead())
                    : "%,d of %,d rows were done".formatted(counts.total(), batch.rowsRead());
        }

        private static SummaryRow number(String label, int count) {
            return SummaryRow.of(label, "%,d".formatted(count));
        }
    }
}
