package uk.sightline.district;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which records are of the same person: {@code id,person}, one line a record by its reference; the person is named by the
 * reference of their first record. Told from the plan alone, a line at a time.
 */
record Truth(Plan plan) {

    /** @throws UncheckedIOException when the file cannot be written */
    void write(Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,person\n");
            long people = plan.scale().people() - plan.twins();
            for (long person = 0; person < people; person++) {
                line(out, person, person);
            }
            Twins twins = new Twins(plan, people);
            for (long number = 0; number < plan.twins(); number++) {
                line(out, people + number, twins.whose(number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The truth could not be written to " + file, e);
        }
    }

    private void line(BufferedWriter out, long record, long person) throws IOException {
        out.write(plan.reference(record));
        out.write(',');
        out.write(plan.reference(person));
        out.write('\n');
    }
}
