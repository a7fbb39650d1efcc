package uk.sightline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Duke 1.2, the free linking engine for the JVM, on the same file with as many threads and as much memory. It is told
 * what a person who knows it would tell it: what each column compares by, and to look candidates up by surname, birth date
 * and NHS number. Its threshold is the one at which its F1 was best on 5,000 rows.
 */
record LinkPeer(Path project, long mostSeconds) {

    private static final String CONFIGURATION = """
            <duke><schema><threshold>0.99</threshold>
            <property type="id"><name>id</name></property>
            %s</schema>
            <csv><param name="input-file" value="%s"/><column name="id"/>%s</csv></duke>
            """;

    /** A column, how it is compared, what little and much likeness says, and whether candidates are looked up by it. */
    private record Property(String name, String comparator, double low, double high, boolean lookUp) {
        String schema() {
            return "<property%s><name>%s</name><comparator>no.priv.garshol.duke.comparators.%s</comparator>"
                            .formatted(lookUp ? " lookup=\"true\"" : "", name, comparator)
                    + "<low>%s</low><high>%s</high></property>\n".formatted(low, high);
        }

        String column() {
            boolean digits = comparator.equals("Levenshtein") || comparator.equals("ExactComparator");
            return "<column name=\"%s\" cleaner=\"no.priv.garshol.duke.cleaners.%s\"/>"
                    .formatted(
                            name,
                            digits && !name.equals("postcode") ? "DigitsOnlyCleaner" : "LowerCaseNormalizeCleaner");
        }
    }

    private static final List<Property> PROPERTIES = List.of(
            new Property("given_name", "JaroWinkler", 0.35, 0.88, false),
            new Property("surname", "JaroWinkler", 0.3, 0.9, true),
            new Property("date_of_birth", "Levenshtein", 0.25, 0.9, true),
            new Property("address", "JaroWinklerTokenized", 0.45, 0.75, false),
            new Property("town", "JaroWinkler", 0.45, 0.6, false),
            new Property("postcode", "Levenshtein", 0.4, 0.75, false),
            new Property("phone", "ExactComparator", 0.45, 0.9, false),
            new Property("nhs_number", "ExactComparator", 0.2, 0.97, true));

    /**
     * How it did.
     *
     * @param finished false when it was stopped after the longest time
     * @param f1 of the pairs that it gave
     */
    record Ran(boolean finished, double seconds, double f1) {}

    Ran run(LinkRows rows, Path folder) throws IOException, InterruptedException {
        Path links = folder.resolve("duke-links.txt");
        Path configuration = folder.resolve("duke.xml");
        Files.writeString(configuration, CONFIGURATION.formatted(schema(), rows.file(), columns()));
        String classPath = classPath(folder);
        long before = System.nanoTime();
        Process duke = new ProcessBuilder(
                        java(),
                        "-Xmx3g",
                        "-cp",
                        classPath,
                        "no.priv.garshol.duke.Duke",
                        "--threads=" + Runtime.getRuntime().availableProcessors(),
                        "--linkfile=" + links,
                        configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("duke.log").toFile())
                .start();
        boolean finished = duke.waitFor(mostSeconds, TimeUnit.SECONDS);
        double seconds = (System.nanoTime() - before) / 1e9;
        duke.destroyForcibly().waitFor();
        return new Ran(finished, seconds, finished ? f1(links, rows.truth()) : Double.NaN);
    }

    private static String schema() {
        return String.join("", PROPERTIES.stream().map(Property::schema).toList());
    }

    private static String columns() {
        return String.join("", PROPERTIES.stream().map(Property::column).toList());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String classPath(Path folder) throws IOException, InterruptedException {
        Path written = folder.resolve("duke-class-path");
        Process maven = new ProcessBuilder(
                        "mvn",
                        "-q",
                        "-f",
                        project.toString(),
                        "dependency:build-classpath",
                        "-Dmdep.outputFile=" + written)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("maven.log").toFile())
                .start();
        if (maven.waitFor() != 0) {
            throw new IOException("Maven could not fetch Duke: " + Files.readString(folder.resolve("maven.log")));
        }
        return Files.readString(written).strip();
    }

    private static double f1(Path links, Path truth) throws IOException {
        Map<String, String> persons = new HashMap<>();
        Map<String, Long> sizes = new HashMap<>();
        for (String line : Files.readAllLines(truth)) {
            String[] cells = line.split(",", -1);
            persons.put(cells[0], cells[1]);
            sizes.merge(cells[1], 1L, Long::sum);
        }
        long wanted =
                sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
        Set<String> seen = new HashSet<>();
        long right = 0;
        for (String line : Files.readAllLines(links)) {
            String[] cells = line.split(",", -1);
            boolean before = cells[1].compareTo(cells[2]) < 0;
            if (seen.add(before ? cells[1] + cells[2] : cells[2] + cells[1])) {
                right += String.valueOf(persons.get(cells[1])).equals(persons.get(cells[2])) ? 1 : 0;
            }
        }
        return 2.0 * right / (seen.size() + wanted);
    }
}
