package uk.sightline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of a product of the bench's own that runs, and so seals: writes with and without their entry, the wait for a seal,
 * and at last the verb {@code verify-audit} over all of it.
 */
record AuditRuns(InOwnDatabase part) {

    static final long ENTRIES = 1_000_000;
    static final int CLIENTS = 16;

    /** Entries that are written while seals are waited for: more than fifty people at once cause. */
    static final int A_SECOND = 200;

    List<Report> measure() throws IOException, InterruptedException {
        try (OwnProduct product = new OwnProduct()) {
            product.start(part.people());
            List<Report> reports = new ArrayList<>(part.measure(product));
            reports.add(verified(product.run(List.of("verify-audit", "--json"))));
            return reports;
        }
    }

    private static Report verified(OwnProduct.Verb verb) {
        JsonNode told = verb.said()
                .lines()
                .filter(line -> line.startsWith("{\"sealed\""))
                .map(line -> JsonMapper.shared().readTree(line))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("verify-audit said nothing:\n" + verb.said()));
        return verified(told);
    }

    static Report verified(JsonNode told) {
        double entries = told.path("sealed").asDouble();
        return new Report(
                List.of(
                        "entries verified",
                        "findings",
                        "seconds",
                        "entries a second",
                        "processor s of the verifier",
                        "entries a second of its processor"),
                List.of(List.of(
                        Long.toString((long) entries),
                        told.path("findings").asString("0"),
                        "%.2f".formatted(told.path("seconds").asDouble()),
                        "%.0f".formatted(entries / told.path("seconds").asDouble()),
                        "%.2f".formatted(told.path("processor").asDouble()),
                        "%.0f".formatted(entries / told.path("processor").asDouble()))),
                List.of("by the verb verify-audit in a process of its own, cold, beside the product"),
                told.path("findings").asInt(0));
    }
}
