package uk.sightline.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.platform.ProductCommand;
import uk.sightline.platform.RuleBroken;

/** {@code ./sightline import people FILE.csv}: the same steps as by page, one after the other, as the import job. */
@Component
@Command(name = "import", description = "Brings people in from files.", mixinStandardHelpOptions = true)
class ImportCommand implements ProductCommand {

    private static final int REFUSED = 2;
    private static final int PROGRESS_EVERY = 10;

    private final Imports imports;
    private final ImportReports reports;
    private final ImportWork work;
    private final InstantSource time;

    private Instant started = Instant.EPOCH;

    @Spec
    private @Nullable CommandSpec spec;

    ImportCommand(Imports imports, ImportReports reports, ImportWork work, InstantSource time) {
        this.imports = imports;
        this.reports = reports;
        this.work = work;
        this.time = time;
    }

    @Override
    public Integer call() {
        out().println("Say what to import: ./sightline import people FILE.csv");
        return REFUSED;
    }

    @Command(
            name = "people",
            description = "Imports people from a CSV file. Importing the same file again changes nothing.",
            mixinStandardHelpOptions = true)
    int people(
            @Parameters(arity = "0..1", paramLabel = "FILE.csv", description = "The file.") @Nullable Path file,
            @Option(names = "--map", paramLabel = "column=field", description = "What a column holds; repeatable.")
                    @Nullable Map<String, String> map,
            @Option(names = "--source", description = "Whose file it is (default: its name).") @Nullable String source,
            @Option(names = "--dry-run", description = "Says what would happen and changes nothing.") boolean dryRun,
            @Option(names = "--undo", paramLabel = "BATCH", description = "Takes an import back.") @Nullable String undo,
            @Option(names = "--pause", paramLabel = "BATCH", description = "Stops work on it until it is resumed.")
                    @Nullable String pause,
            @Option(names = "--resume", paramLabel = "BATCH", description = "Goes on where it was paused.") @Nullable String resume,
            @Option(names = "--json", description = "Prints the result as JSON.") boolean json,
            @Option(
                            names = "--rejects",
                            paramLabel = "FILE",
                            description = "Where to write the rejected rows, to be corrected and brought again.")
                    @Nullable Path rejects) {
        started = time.instant();
        return ImportJob.ACTOR.call(() -> {
            try {
                if (pause != null) {
                    imports.pause(named(pause));
                    return 0;
                }
                if (undo != null || resume != null) {
                    return undo != null ? undo(undo, json) : resume(String.valueOf(resume), json, rejects);
                }
                if (file == null || !Files.isRegularFile(file)) {
                    throw new RuleBroken("There is no such file: " + file);
                }
                UUID taken = take(file, source);
                return withColumns(taken, map == null ? Map.of() : map, dryRun, json, rejects);
            } catch (RuleBroken broken) {
                err().println("sightline: " + broken.says());
                return REFUSED;
            } catch (IOException e) {
                err().println("sightline: the file of rejected rows could not be written: " + e.getMessage());
                return 1;
            }
        });
    }

    private UUID take(Path file, @Nullable String source) {
        String name = String.valueOf(file.getFileName());
        return imports.take(new FileSystemResource(file), name, source == null ? stem(name) : source);
    }

    private int withColumns(UUID id, Map<String, String> map, boolean dryRun, boolean json, @Nullable Path rejects)
            throws IOException {
        try {
            ImportBatch batch = imports.find(id);
            ImportMapping mapping = batch.mapping().with(map, batch.headings());
            mapping.check(batch.headings());
            return dryRun ? check(batch, mapping, json, rejects) : bring(id, mapping, json, rejects);
        } catch (RuleBroken broken) {
            imports.discard(id);
            throw broken;
        }
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private int check(ImportBatch batch, ImportMapping mapping, boolean json, @Nullable Path rejects)
            throws IOException {
        imports.check(batch.id(), batch.source(), mapping);
        finish(batch.id());
        say(batch.id(), true, json);
        write(batch.id(), rejects);
        imports.discard(batch.id());
        return 0;
    }

    private int bring(UUID taken, ImportMapping mapping, boolean json, @Nullable Path rejects) throws IOException {
        Optional<UUID> stopped = imports.unfinishedLike(taken, mapping);
        UUID id = stopped.orElse(taken);
        if (stopped.isPresent()) {
            err().println("Taking up the import of this file that stopped half-way.");
            imports.discard(taken);
            goOn(id);
        } else {
            imports.runUnchecked(taken, mapping);
        }
        return told(id, json, rejects);
    }

    private int resume(String reference, boolean json, @Nullable Path rejects) throws IOException {
        UUID id = named(reference);
        goOn(id);
        return told(id, json, rejects);
    }

    private void goOn(UUID id) {
        if (imports.find(id).progress().paused()) {
            imports.goOn(id);
        }
    }

    private int told(UUID id, boolean json, @Nullable Path rejects) throws IOException {
        finish(id);
        say(id, false, json);
        write(id, rejects);
        return 0;
    }

    private UUID named(String reference) {
        return imports.named(reference)
                .orElseThrow(() -> new RuleBroken("There is no import " + reference + ". Look at /people/import."));
    }

    private int undo(String reference, boolean json) {
        UUID id = named(reference);
        if (imports.find(id).state() != ImportBatch.State.UNDOING) {
            imports.undo(id);
        }
        goOn(id);
        finish(id);
        say(id, false, json);
        return 0;
    }

    /** Works on the batch until there is nothing left to do; the running product may help. */
    private void finish(UUID id) {
        for (int steps = 1; work.step(id); steps++) {
            if (steps % PROGRESS_EVERY == 0) {
                ImportBatch batch = imports.find(id);
                err().printf(
                                "%s: %d%%, %s left%n",
                                batch.state().label(),
                                batch.progress().percent(),
                                batch.progress().leftInWords());
            }
        }
    }

    private void say(UUID id, boolean dry, boolean json) {
        ImportBatch batch = imports.find(id);
        Map<String, Object> result = result(batch, reports.of(id), Duration.between(started, time.instant()), dry);
        if (json) {
            out().println(JsonMapper.shared().writeValueAsString(result));
        } else {
            result.forEach((what, value) -> out().printf("%-22s %s%n", what, value));
            reports.of(id)
                    .refused()
                    .forEach(problem -> out().printf(
                                    "%,d rejected, %s, the first in row %d: %s%n",
                                    problem.rows(),
                                    problem.field().isEmpty() ? "row" : problem.field(),
                                    problem.examples().getFirst().no(),
                                    problem.says()));
        }
    }

    private static Map<String, Object> result(
            ImportBatch batch, ImportReports.Report report, Duration took, boolean dry) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("batch", batch.reference());
        result.put(
                "state",
                dry
                        ? "dry run"
                        : batch.progress().paused() ? "paused" : batch.state().stored());
        result.put("source", batch.source());
        result.put("format", batch.format());
        result.put("fields", batch.mapping().stored());
        result.put("rows", batch.mapping().kind().words());
        result.put("read", batch.rowsRead());
        result.put("new", batch.counts().added());
        result.put("changed", batch.counts().changed());
        result.put("unchanged", batch.counts().unchanged());
        result.put("rejected", batch.counts().rejected());
        result.put("matched", batch.counts().matched());
        result.put("possibleDuplicates", report.tally().alike());
        result.put("leftOut", report.tally().noted());
        result.put("bornOnNewYear", batch.births().newYear());
        if (batch.state() == ImportBatch.State.UNDONE) {
            result.put("takenAway", batch.undone().gone());
            result.put("restored", batch.undone().restored());
            result.put("stay", batch.undone().kept());
        }
        result.put("seconds", took.toMillis() / 1000.0);
        return result;
    }

    private void write(UUID id, @Nullable Path rejects) throws IOException {
        if (rejects != null) {
            try (BufferedWriter out = Files.newBufferedWriter(rejects, StandardCharsets.UTF_8)) {
                reports.writeRejects(imports.find(id), out);
            }
        }
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec == null
                ? new PrintWriter(System.err, true)
                : spec.commandLine().getErr();
    }
}
