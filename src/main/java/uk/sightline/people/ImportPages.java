package uk.sightline.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

        List<SummaryRow> counts() {
            List<SummaryRow> rows = new ArrayList<>();
            rows.add(SummaryRow.of("Reference", batch.reference()));
            rows.add(SummaryRow.of("File", batch.fileName()));
            rows.add(SummaryRow.of("Whose file", batch.source()));
            rows.add(SummaryRow.of("Written in", batch.format()));
            rows.add(SummaryRow.of("Taken in", London.dayAndTime(batch.createdAt())));
            rows.add(number("Rows read", batch.rowsRead()));
            rows.add(number("New people", batch.counts().added()));
            rows.add(number("Changed", batch.counts().changed()));
            rows.add(number("Nothing new", batch.counts().unchanged()));
            rows.add(number("Rejected", batch.counts().rejected()));
            rows.add(number(
                    "Of these, matched by a verified number", batch.counts().matched()));
            rows.add(number(
                    "New people who may be on the index already", report.tally().alike()));
            if (isUndone()) {
                rows.add(number("Records taken away", report.tally().gone()));
                rows.add(number("Records put back as they were", report.tally().restored()));
                rows.add(number("Records that stay", report.tally().kept()));
            }
            return rows;
        }

        private static SummaryRow number(String label, int count) {
            return SummaryRow.of(label, "%,d".formatted(count));
        }
    }
}
