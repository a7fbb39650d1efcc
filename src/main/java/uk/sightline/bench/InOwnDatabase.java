package uk.sightline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part of the bench that writes, so that it is run by a process of its own in a database of its own, with an invented
 * district: what is anybody's is never touched. The process leaves its reports in the folder.
 *
 * @param part the options of {@code bench} that choose it
 */
record InOwnDatabase(List<String> part, long people) {

    /** The option of that process; refused where the folder is not the bench's own. */
    static final String OWN = "--own";

    InOwnDatabase {
        part = List.copyOf(part);
    }

    /** With nothing else at work on the database. */
    List<Report> measure() throws IOException, InterruptedException {
        try (OwnProduct product = new OwnProduct()) {
            product.run(List.of("load", "--people", Long.toString(people)));
            return measure(product);
        }
    }

    List<Report> measure(OwnProduct product) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("bench", OWN));
        arguments.addAll(part);
        product.run(arguments);
        return List.of(JsonMapper.shared().readValue(product.reports().toFile(), Report[].class));
    }

    /** Where the process leaves what it measured. */
    static void leave(Path data, List<Report> reports) {
        JsonMapper.shared().writeValue(OwnProduct.reports(data).toFile(), reports);
    }
}
