package uk.sightline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What was measured: a table, and figures of one line each.
 *
 * @param head the names of the columns
 * @param errors answers that were not the page asked for
 */
record Report(List<String> head, List<List<String>> rows, List<String> notes, int errors) {

    private static final long MIB = 1_048_576;

    static Report of(
            int users, int seconds, Map<Operation, Timings> pages, Map<Operation, Timings> reads, OptionalLong memory) {
        List<List<String>> rows = new ArrayList<>();
        int requests = 0;
        int errors = 0;
        for (Map.Entry<Operation, Timings> entry : pages.entrySet()) {
            Timings page = entry.getValue();
            rows.add(row(entry.getKey(), page, reads.getOrDefault(entry.getKey(), new Timings())));
            requests += page.count();
            errors += page.errors();
        }
        List<String> notes =
                new ArrayList<>(List.of("%d signed-in users, %d seconds measured, %d requests, %.1f a second, %d errors"
                        .formatted(users, seconds, requests, requests / (double) seconds, errors)));
        memory.ifPresent(bytes -> notes.add("%d MiB resident in the product's process".formatted(bytes / MIB)));
        return new Report(
                List.of(
                        "operation",
                        "requests",
                        "errors",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "bare SQL p50 ms",
                        "bare SQL p95 ms",
                        "page to SQL at p50"),
                rows,
                notes,
                errors);
    }

    private static List<String> row(Operation operation, Timings page, Timings read) {
        boolean compared = read.count() > 0;
        return List.of(
                operation.label(),
                Integer.toString(page.count()),
                Integer.toString(page.errors()),
                ms(page.percentile(50)),
                ms(page.percentile(95)),
                ms(page.percentile(99)),
                compared ? ms(read.percentile(50)) : "",
                compared ? ms(read.percentile(95)) : "",
                compared ? ms(page.percentile(50) / read.percentile(50)) : "");
    }

    static String ms(double value) {
        return String.format(Locale.UK, "%.1f", value);
    }

    String text() {
        List<List<String>> all = new ArrayList<>(List.of(head));
        all.addAll(rows);
        int[] widths = new int[head.size()];
        all.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return all.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n")) + "\n"
                + String.join("\n", notes);
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(("%" + (i == 0 ? "-" : "") + widths[i] + "s  ").formatted(row.get(i)));
        }
        return line.toString().stripTrailing();
    }

    String markdown() {
        StringBuilder table = new StringBuilder("| " + String.join(" | ", head) + " |\n|---");
        table.append("|---:".repeat(head.size() - 1)).append("|\n");
        rows.forEach(row -> table.append("| ").append(String.join(" | ", row)).append(" |\n"));
        notes.forEach(note -> table.append("\n").append(note).append(".\n"));
        return table.toString();
    }

    String json() {
        String all = rows.stream().map(this::object).collect(Collectors.joining(",\n    "));
        String said = notes.stream().map(Report::quoted).collect(Collectors.joining(", "));
        return "{\"rows\": [\n    %s\n  ],\n  \"notes\": [%s],\n  \"errors\": %d}".formatted(all, said, errors);
    }

    private String object(List<String> row) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String value = row.get(i);
            boolean number = i > 0 && !value.isEmpty();
            fields.add(quoted(head.get(i)) + ": " + (number ? value : value.isEmpty() ? "null" : quoted(value)));
        }
        return "{" + String.join(", ", fields) + "}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
