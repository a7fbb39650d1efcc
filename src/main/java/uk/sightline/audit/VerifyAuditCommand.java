package uk.sightline.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.sightline.platform.Actor;
import uk.sightline.platform.ProductCommand;

@Component
@Command(
        name = "verify-audit",
        description = "Reads the whole audit log and names every entry that was altered, dropped, swapped or cut off.",
        mixinStandardHelpOptions = true)
class VerifyAuditCommand implements ProductCommand {

    private static final Actor CHECK = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000002"), "check");
    private static final Duration AT_WORK = Duration.ofMinutes(2);
    private static final Duration NO_LIMIT = Duration.ofDays(36_500);
    private static final long PROGRESS_EVERY = 250_000;

    private final StoredLog log;
    private final InstantSource time;
    private final JsonMapper json = JsonMapper.shared();
    private PrintStream out = System.out;
    private long found;

    @Option(names = "--against", description = "Checkpoints that a second party kept: a copy of audit-checkpoints.log.")
    private @Nullable Path against;

    @Option(
            names = "--key",
            description = "Public keys that a second party kept, in PEM. Given: only these are believed.")
    private @Nullable List<Path> keyFiles;

    @Option(
            names = "--unsealed",
            defaultValue = "60",
            description =
                    "Seconds that an entry may wait to be sealed while the product runs (default ${DEFAULT-VALUE}).")
    private long unsealedSeconds = 60;

    @Option(names = "--json", description = "One JSON object a line: each finding, then the result.")
    private boolean asJson;

    VerifyAuditCommand(StoredLog log, InstantSource time) {
        this.log = log;
        this.time = time;
    }

    /** Says where the result goes; for tests. */
    void to(PrintStream other) {
        out = other;
        found = 0;
    }

    @Override
    public Integer call() {
        return CHECK.call(this::verify);
    }

    private int verify() {
        long before = System.nanoTime();
        long processor = processor();
        Instant now = time.instant();
        List<VerifyingKey> keys = keys();
        List<Checkpoint> kept = against == null ? List.of() : CheckpointLog.read(against);
        Duration limit = log.jobsRun(now.minus(AT_WORK)) ? Duration.ofSeconds(unsealedSeconds) : NO_LIMIT;
        long leaves = log.verify(kept, keys, now, limit, VerifyAuditCommand::progress, this::tell);
        Taken taken = new Taken((System.nanoTime() - before) / 1e9, (processor() - processor) / 1e9);
        result(leaves, kept.size(), keys, taken);
        return found == 0 ? 0 : 1;
    }

    /** Seconds; the processor's without what the database had of it. */
    private record Taken(double seconds, double processor) {}

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private List<VerifyingKey> keys() {
        return keyFiles == null
                ? log.keys()
                : keyFiles.stream().map(VerifyAuditCommand::key).toList();
    }

    private static VerifyingKey key(Path file) {
        try {
            return VerifyingKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The key cannot be read: " + file, e);
        }
    }

    private static void progress(long leaves) {
        if (leaves % PROGRESS_EVERY == 0) {
            System.err.println(leaves + " entries verified");
        }
    }

    private void tell(Finding finding) {
        found++;
        if (asJson) {
            ObjectNode line = json.createObjectNode();
            line.put("finding", finding.getClass().getSimpleName());
            line.setAll((ObjectNode) json.valueToTree(finding));
            out.println(line);
        } else {
            out.println("FOUND: " + finding.inWords());
        }
    }

    private void result(long leaves, int kept, List<VerifyingKey> keys, Taken taken) {
        if (asJson) {
            ObjectNode line = json.createObjectNode();
            line.put("sealed", leaves).put("kept", kept).put("findings", found);
            line.put("seconds", taken.seconds).put("processor", taken.processor);
            keys.forEach(key -> line.withArray("keys").add(key.id()));
            out.println(line);
            return;
        }
        out.println(leaves + " sealed entries read in %.1f seconds".formatted(taken.seconds)
                + (kept == 0 ? "" : ", compared with " + kept + " checkpoints kept elsewhere") + ": "
                + (found == 0 ? "nothing is wrong." : found + " findings."));
        keys.forEach(key -> out.println("Public key " + key.id() + ", for whoever keeps checkpoints:\n" + key.pem()));
    }
}
