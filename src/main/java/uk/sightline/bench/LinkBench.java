package uk.sightline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sightline bench link}: the linking of files of invented people, each in a process of its own. */
@Command(
        name = "link",
        description = "Measures ./sightline link on invented files, and with --peer Duke 1.2 beside it.",
        mixinStandardHelpOptions = true)
public final class LinkBench implements Callable<Integer> {

    private static final String HEAP = "-Xmx3g";
    private static final String PEER = "src/bench/duke/pom.xml";

    @Option(names = "--rows", split = ",", description = "How long the files are (default 5000,285000,1400000).")
    private List<Integer> rows = List.of(5_000, 285_000, 1_400_000);

    @Option(names = "--peer", split = ",", description = "Runs Duke on files of these lengths, too.")
    private List<Integer> peer = List.of();

    @Option(names = "--peer-seconds", description = "Stops it after so long (default 1800).")
    private long peerSeconds = 1_800;

    /** As many rows, and how {@code link} did. */
    private record Linked(int rows, double seconds, double precision, double f1, double best, double megabytes) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<List<String>> table = new ArrayList<>();
        for (int size : rows) {
            Path folder = Files.createTempDirectory("sightline-link");
            try {
                LinkRows file = LinkRows.write(size, folder);
                table.add(row(
                        link(file, size),
                        peer.contains(size) ? new LinkPeer(peerProject(), peerSeconds).run(file, folder) : null));
            } finally {
                OwnProduct.delete(folder);
            }
        }
        System.out.println(new Report(
                        List.of(
                                "rows",
                                "seconds",
                                "peak MiB",
                                "precision, automatic",
                                "F1, automatic",
                                "best F1",
                                "Duke 1.2 seconds",
                                "its F1",
                                "seconds to Duke's"),
                        table,
                        List.of(),
                        0)
                .markdown());
        return 0;
    }

    private static List<String> row(Linked ours, LinkPeer.@Nullable Ran theirs) {
        List<String> row = new ArrayList<>(List.of(
                String.format(Locale.UK, "%,d", ours.rows()),
                fixed(ours.seconds(), 1),
                fixed(ours.megabytes(), 0),
                fixed(ours.precision(), 4),
                fixed(ours.f1(), 4),
                fixed(ours.best(), 4)));
        if (theirs == null) {
            row.addAll(List.of("", "", ""));
        } else if (theirs.finished()) {
            row.addAll(List.of(
                    fixed(theirs.seconds(), 1), fixed(theirs.f1(), 4), fixed(ours.seconds() / theirs.seconds(), 3)));
        } else {
            row.addAll(List.of(
                    "not done after " + fixed(theirs.seconds(), 0),
                    "",
                    "under " + fixed(ours.seconds() / theirs.seconds(), 4)));
        }
        return row;
    }

    private static String fixed(double number, int places) {
        return String.format(Locale.UK, "%." + places + "f", number);
    }

    /** Names the peer to Maven; in the sources from which the program was built, in whichever folder of them it lies. */
    private static Path peerProject() {
        Path program = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        return Stream.iterate(program.getParent(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(PEER))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The peer is run from the sources: there is no " + PEER));
    }

    private static Linked link(LinkRows file, int size) throws IOException, InterruptedException {
        Path out = file.file().resolveSibling("pairs.csv");
        Path said = file.file().resolveSibling("link.json");
        Process link = new ProcessBuilder(
                        LinkPeer.java(),
                        HEAP,
                        "-XX:+UseParallelGC",
                        "-jar",
                        System.getProperty("java.class.path"),
                        "link",
                        file.file().toString(),
                        "--out",
                        out.toString(),
                        "--truth",
                        file.truth().toString(),
                        "--json")
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (link.waitFor() != 0) {
            throw new IOException("link failed on %d rows".formatted(size));
        }
        String json = Files.readString(said);
        return new Linked(
                size,
                figure(json, "seconds"),
                figure(json, "precision"),
                figure(json, "f1"),
                figure(json, "best_f1"),
                figure(json, "peak_mb"));
    }

    private static double figure(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":([0-9.]+)").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return Double.parseDouble(found.group(1));
    }
}
