package uk.sightline.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A published table whose extracts are recognised by their headings, with what each column holds: the person tables of the
 * standard safeguarding dataset (PRACTICE §11.5), from {@code /imports/known-tables.csv}.
 *
 * @param fields by heading, in lower case
 * @param needed the headings without which it is not this table
 */
record KnownTable(String name, Map<String, ImportField> fields, Set<String> needed) {

    private static final String FILE = "/imports/known-tables.csv";
    private static final List<KnownTable> ALL = read();

    static Optional<KnownTable> of(List<String> headings) {
        Set<String> there = new HashSet<>();
        headings.forEach(heading -> there.add(heading.toLowerCase(Locale.ROOT)));
        return ALL.stream().filter(table -> there.containsAll(table.needed)).findFirst();
    }

    /** Columns that the table has and nobody here reads, and columns that somebody has added, are not imported. */
    ImportMapping mapping(List<String> headings) {
        Set<ImportField> taken = new HashSet<>();
        return new ImportMapping(headings.stream()
                .map(heading -> fields.getOrDefault(heading.toLowerCase(Locale.ROOT), ImportField.IGNORE))
                .map(field -> field.isOfOneColumn() && !taken.add(field) ? ImportField.IGNORE : field)
                .toList());
    }

    private static List<KnownTable> read() {
        Map<String, KnownTable> tables = new LinkedHashMap<>();
        for (String line : lines()) {
            String[] parts = line.split(",");
            KnownTable table =
                    tables.computeIfAbsent(parts[0], name -> new KnownTable(name, new HashMap<>(), new HashSet<>()));
            table.fields.put(parts[1], ImportField.of(parts[2]).orElseThrow());
            if (parts[3].equals("needed")) {
                table.needed.add(parts[1]);
            }
        }
        return List.copyOf(tables.values());
    }

    private static List<String> lines() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KnownTable.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>(in.readAllLines());
            lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
