package uk.sightline.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.sightline.platform.ProductCommand;

/** {@code ./sightline bench}: how fast the running product is, or with {@code --start} how fast one starts. */
@Component
@Command(
        name = "bench",
        description =
                "Measures the running product over HTTP as signed-in users, beside the bare SQL of the same reads.",
        subcommands = LinkBench.class,
        mixinStandardHelpOptions = true)
class BenchCommand implements ProductCommand {

    private static final int FAILED = 1;
    private static final int BARE_PARTS = 3;
    private static final int CLIENTS = 16;
    private static final int ENTRIES_A_SECOND = 50;

    @Option(names = "--users", description = "How many people at once (default 50, at most 500).")
    private int users = 50;

    @Option(names = "--seconds", description = "How long is measured (default 30, at most 600).")
    private int seconds = 30;

    @Option(names = "--warm-up", description = "Seconds before that (default 20).")
    private int warmUp = 20;

    @Option(names = "--think", description = "Longest pause between two clicks, in milliseconds (default 4000).")
    private int think = 4_000;

    @Option(names = "--address", description = "Of a product on this machine (default: the one of the data folder).")
    private @Nullable URI address;

    @Option(names = "--start", description = "Starts a product of its own twice and measures that instead.")
    private boolean start;

    @Option(
            names = "--people",
            description = "With --start, --submit and --audit: the size of its district (default 20000).")
    private long people = 20_000;

    @Option(
            names = "--search",
            paramLabel = "TIMES",
            description = "Looks for so many people under mistyped names and measures that instead.")
    private int searches;

    @Option(
            names = "--import",
            paramLabel = "ROWS",
            description = "Imports an extract of so many people into a product of its own, and measures that instead.")
    private long imported;

    @Option(
            names = "--worklist",
            arity = "0..1",
            fallbackValue = "16",
            paramLabel = "CLIENTS",
            description =
                    "Opens the pages of the work list with so many clients (16) without a pause, beside their bare"
                            + " SQL, and measures that instead.")
    private int worklist;

    @Option(
            names = "--submit",
            description =
                    "Sends referrals into a product of its own beside the same statements run bare, and measures that"
                            + " instead.")
    private boolean submit;

    @Option(
            names = "--audit",
            description = "Writes with and without the log into a product of its own, waits for the seals, verifies a"
                    + " million entries, and measures that instead.")
    private boolean audited;

    @Option(names = InOwnDatabase.OWN, hidden = true, description = "The folder is the bench's own.")
    private boolean own;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(names = "--markdown", description = "Prints a table for docs/benchmarks.md.")
    private boolean markdown;

    private final BenchAccounts accounts;
    private final BareReads bare;
    private final Searching searching;
    private final Silence silence;
    private final Matching matching;
    private final Submits submits;
    private final AuditedWrites writes;
    private final Sealing sealing;
    private final Path data;

    BenchCommand(
            BenchAccounts accounts,
            BareReads bare,
            Searching searching,
            Silence silence,
            Matching matching,
            Submits submits,
            AuditedWrites writes,
            Sealing sealing,
            @Value("${sightline.data}") Path data) {
        this.accounts = accounts;
        this.bare = bare;
        this.searching = searching;
        this.silence = silence;
        this.matching = matching;
        this.submits = submits;
        this.writes = writes;
        this.sealing = sealing;
        this.data = data;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (worklist < 0
                || worklist > 500
                || users < 1
                || users > 500
                || seconds < 1
                || seconds > 600
                || warmUp < 0
                || warmUp > 600
                || think < 0) {
            System.err.println("sightline: 1 to 500 users or clients, 1 to 600 seconds, a warm-up of at most 600.");
            return FAILED;
        }
        if (own) {
            return measureHere();
        }
        List<Report> reports = reports();
        reports.forEach(this::print);
        return reports.stream().allMatch(report -> report.errors() == 0) ? 0 : FAILED;
    }

    private int measureHere() throws IOException, InterruptedException, SQLException {
        if (!Files.exists(OwnProduct.reports(data))) {
            System.err.println("sightline: the folder %s is not the bench's own.".formatted(data));
            return FAILED;
        }
        Duration cold = Duration.ofSeconds(warmUp);
        Duration measured = Duration.ofSeconds(seconds);
        InOwnDatabase.leave(
                data,
                audited ? logged(cold, measured) : List.of(submits.measure(data, Submits.CLIENTS, cold, measured)));
        return 0;
    }

    /** What the log costs a save, how long its entries wait for their seal; and it is filled for the verifier. */
    private List<Report> logged(Duration cold, Duration measured)
            throws IOException, InterruptedException, SQLException {
        try (Connection superuser = OwnProduct.asSuperuser(data)) {
            UUID account = accounts.ofTheFrontDoor().getFirst();
            List<Report> reports = List.of(
                    writes.measure(where(), AuditRuns.CLIENTS, cold, measured),
                    sealing.measure(superuser, account, AuditRuns.A_SECOND, measured));
            sealing.fill(superuser, account, AuditRuns.ENTRIES);
            return reports;
        }
    }

    private void print(Report report) {
        System.out.println(json ? report.json() : markdown ? report.markdown() : report.text());
    }

    private List<Report> reports() throws IOException, InterruptedException, SQLException {
        if (searches > 0) {
            UUID worker = accounts.ofTheFrontDoor().getFirst();
            return List.of(
                    searching.measure(worker, searches),
                    silence.measure(worker, searches),
                    matching.measure(worker, searches, data));
        }
        if (submit) {
            return inOwnDatabase("--submit").measure();
        }
        return audited ? new AuditRuns(inOwnDatabase("--audit")).measure() : List.of(report());
    }

    private Report report() throws IOException, InterruptedException, SQLException {
        if (imported > 0) {
            return new ImportRuns(imported).measure();
        }
        if (worklist > 0) {
            return new WorkPages(where(), workers(), worklist, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds))
                    .measure(bare);
        }
        return start ? new Starts(people).measure() : measure();
    }

    private InOwnDatabase inOwnDatabase(String part) {
        return new InOwnDatabase(
                List.of(part, "--seconds", Integer.toString(seconds), "--warm-up", Integer.toString(warmUp)), people);
    }

    /** Somebody of the front door, somebody of the hub, in turn. */
    private List<UUID> workers() {
        List<UUID> frontDoor = accounts.ofTheFrontDoor();
        List<UUID> hub = accounts.ofTheHub();
        return IntStream.range(0, worklist)
                .mapToObj(i -> i % 2 == 0 ? frontDoor.get(i / 2 % frontDoor.size()) : hub.get(i / 2 % hub.size()))
                .toList();
    }

    private URI where() throws IOException {
        return address == null ? Running.in(data).address() : address;
    }

    private Report measure() throws IOException, InterruptedException {
        Running running = Running.in(data);
        List<UUID> workers = accounts.ofTheFrontDoor();
        Drive drive = new Drive(
                where(),
                workers,
                users,
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                Duration.ofMillis(think));
        Map<Operation, Timings> pages = drive.run();
        Map<Operation, Timings> reads =
                bare.run(workers, users, Duration.ofMillis(seconds * 1_000L / BARE_PARTS), Duration.ofMillis(think));
        return Report.of(users, seconds, pages, reads, running.memory());
    }
}
