package uk.sightline.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import uk.sightline.district.InventedPerson;
import uk.sightline.district.InventedPerson.Address;
import uk.sightline.district.Population;
import uk.sightline.identity.IdentifierScheme;

/** An extract of the people of the invented district, as a school or a council would send it every day. */
final class ExtractFile {

    static final List<String> COLUMNS = List.of(
            "record_id",
            "first_name",
            "surname",
            "date_of_birth",
            "sex",
            "address_1",
            "town",
            "postcode",
            "nhs_number",
            "upn",
            "phone");

    private static final long SEED = 2026;

    /** So that the same file is written on every day. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    private static final String MOVED = "Flat 2, ";

    private ExtractFile() {}

    /** @param oneMovedIn one person in so many has another address than in the file where nobody has moved; 0 for nobody */
    static void write(Path file, long people, int oneMovedIn) throws IOException {
        Population population = Population.of(SEED, people, DAY, List.of());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", COLUMNS));
            out.newLine();
            population.people().forEach(person -> {
                try {
                    out.write(line(person, oneMovedIn > 0 && person.index() % oneMovedIn == 0));
                    out.newLine();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static String line(InventedPerson person, boolean moved) {
        Address home = person.address();
        return List.of(
                        "B" + person.index(),
                        person.names().getFirst().given(),
                        person.names().getFirst().surname(),
                        person.born().toString(),
                        String.valueOf(person.sex().code()),
                        (moved ? MOVED : "") + home.line(),
                        home.town(),
                        home.postcode(),
                        number(person, IdentifierScheme.NHS_NUMBER),
                        number(person, IdentifierScheme.UPN),
                        person.contacts().isEmpty()
                                ? ""
                                : person.contacts().getFirst().phone())
                .stream()
                .map(ExtractFile::quoted)
                .collect(Collectors.joining(","));
    }

    private static String number(InventedPerson person, IdentifierScheme scheme) {
        return person.identifiers().stream()
                .filter(each -> each.scheme() == scheme)
                .map(InventedPerson.Identifier::value)
                .findFirst()
                .orElse("");
    }

    private static String quoted(String value) {
        return value.indexOf(',') < 0 && value.indexOf('"') < 0 ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
