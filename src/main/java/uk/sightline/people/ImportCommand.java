package uk.sightline.people;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
            @Option(names = "--json", description = "Prints the result as JSON.") boolean json,
            @Option(names = "--rejects", paramLabel = "FILE", description = "Where to write the rejected rows.")
                    @Nullable Path rejects) {
        return ImportJob.ACTOR.call(() -> {
            try {
                if (undo != null) {
                    return undo(undo, json);
                }
                if (file == null || !Files.isRegularFile(file)) {
                    throw new RuleBroken("There is no such file: " + file);
                }
                UUID taken = take(file, source, map == null ? Map.of() : map);
                return dryRun ? check(taken, json, rejects) : bring(taken, json, rejects);
            } catch (RuleBroken broken) {
                err().println("sightline: " + broken.says());
                return REFUSED;
            } catch (IOException e) {
                err().println("sightline: the file of rejected rows could not be written: " + e.getMessage());
                return 1;
            }
        });
    }

    private UUID take(Path file, @Nullable String source, Map<String, String> map) {
        String name = String.valueOf(file.getFileName());
        UUID id = imports.take(new FileSystemResource(file), name, source == null ? stem(name) : source);
        try {
            ImportBatch batch = imports.find(id);
            imports.check(id, batch.source(), batch.mapping().with(map, batch.headings()));
            return id;
        } catch (RuleBroken broken) {
            imports.discard(id);
            throw broken;
        }
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private int check(UUID id, boolean json, @Nullable Path rejects) throws IOException {
        Duration took = finish(id);
        say(id, took, true, json);
        write(id, rejects);
        imports.discard(id);
        return 0;
    }

    private int bring(UUID taken, boolean json, @Nullable Path rejects) throws IOException {
        Optional<UUID> stopped = imports.unfinishedLike(taken);
        UUID id = stopped.orElse(taken);
        Duration took = finish(taken);
        if (stopped.isPresent()) {
            err().println("Taking up the import of this file that stopped half-way.");
            imports.discard(taken);
        } else {
            imports.run(taken);
        }
        say(id, took.plus(finish(id)), false, json);
        write(id, rejects);
        return 0;
    }

    private int undo(String reference, boolean json) {
        UUID id = imports.named(reference)
                .orElseThrow(() -> new RuleBroken("There is no import " + reference + ". Look at /people/import."));
        if (imports.find(id).state() != ImportBatch.State.UNDOING) {
            imports.undo(id);
        }
        say(id, finish(id), false, json);
        return 0;
    }

    /** Works on the batch until there is nothing left to do; the running product may help. */
    private Duration finish(UUID id) {
        var from = time.instant();
        for (int steps = 1; work.step(id); steps++) {
            if (steps % PROGRESS_EVERY == 0) {
                ImportBatch batch = imports.find(id);
                err().printf("%s: %d%%%n", batch.state().label(), batch.percent());
            }
        }
        return Duration.between(from, time.instant());
    }

    private void say(UUID id, Duration took, boolean dry, boolean json) {
        ImportBatch batch = imports.find(id);
        Map<String, Object> result = result(batch, reports.of(id), took, dry);
        if (json) {
            out().println(JsonMapper.shared().writeValueAsString(result));
        } else {
            result.forEach((what, value) -> out().printf("%-22s %s%n", what, value));
            reports.of(id).refused().stream()
                    .limit(PROGRESS_EVERY)
                    .forEach(line -> out().printf("row %d, %s: %s%n", line.no(), line.what(), line.said()));
        }
    }

    private static Map<String, Object> result(
            ImportBatch batch, ImportReports.Report report, Duration took, boolean dry) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("batch", batch.reference());
        result.put("state", dry ? "dry run" : batch.state().stored());
        result.put("source", batch.source());
        result.put("format", batch.format());
        result.put("fields", batch.mapping().stored());
        result.put("read", batch.rowsRead());
        result.put("new", batch.counts().added());
        result.put("changed", batch.counts().changed());
        result.put("unchanged", batch.counts().unchanged());
        result.put("rejected", batch.counts().rejected());
        result.put("matched", batch.counts().matched());
        result.put("possibleDuplicates", report.tally().alike());
        result.put("leftOut", report.tally().noted());
        if (batch.state() == ImportBatch.State.UNDONE) {
            result.put("takenAway", report.tally().gone());
            result.put("restored", report.tally().restored());
            result.put("stay", report.tally().kept());
        }
        result.put("seconds", took.toMillis() / 1000.0);
        return result;
    }

    private void write(UUID id, @Nullable Path rejects) throws IOException {
        if (rejects != null) {
            try (BufferedWriter out = Files.newBufferedWriter(rejects, StandardCharsets.UTF_8)) {
                reports.write(imports.find(id), out);
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
