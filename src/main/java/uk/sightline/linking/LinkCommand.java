package uk.sightline.linking;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.sightline.matching.Comparing;
import uk.sightline.matching.Model;
import uk.sightline.matching.Scorer;
import uk.sightline.matching.Shares;
import uk.sightline.platform.RuleBroken;

/** {@code ./sightline link A.csv [B.csv] --out pairs.csv}: which records are of one person. */
@Command(
        name = "link",
        description = {
            "Finds the records of one file, or of two, that are about the same person, and says why.",
            "Nothing leaves this machine, and nobody is merged."
        },
        mixinStandardHelpOptions = true)
public final class LinkCommand implements Callable<Integer> {

    private static final int REFUSED = 2;
    private static final double LEAST_SHOWN = 0.01;

    @Parameters(arity = "1..2", paramLabel = "FILE", description = "A CSV file with headings, or two.")
    private List<Path> files = List.of();

    @Option(names = "--out", required = true, description = "Where the pairs are written, the surest first.")
    private @Nullable Path out;

    @Option(names = "--clusters", description = "Where each record is written with the cluster that it is in.")
    private @Nullable Path clusters;

    @Option(names = "--truth", description = "A CSV file id,person to judge the result by.")
    private @Nullable Path truth;

    @Option(names = "--model", description = "Uses this model instead of learning one from the files.")
    private @Nullable Path model;

    @Option(names = "--save-model", description = "Where the model is written.")
    private @Nullable Path saveModel;

    @Option(names = "--splink", description = "Where the model is written as settings of Splink.")
    private @Nullable Path splink;

    @Option(names = "--splink-dialect", description = "What Splink runs on: spark (default) or duckdb.")
    private SplinkSettings.Dialect splinkDialect = SplinkSettings.Dialect.SPARK;

    @Option(names = "--map", description = "What a column holds, as heading=field. Fields: see --fields.")
    private Map<String, String> told = Map.of();

    @Option(names = "--fields", help = true, description = "Prints the fields that a column can hold, and ends.")
    private boolean printFields;

    @Option(
            names = "--evidence",
            description = "A protected characteristic that may be used: sex, ethnicity, religion or nationality.")
    private List<String> evidence = List.of();

    @Option(
            names = "--automatic",
            description =
                    "From which chance on a pair is a match (default ${DEFAULT-VALUE}); what is below is for review.")
    private double automatic = 0.9999;

    @Option(names = "--json", description = "The last line printed is one JSON object with the figures.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (printFields) {
            System.out.println(LinkField.words());
            return 0;
        }
        try {
            link();
            return 0;
        } catch (RuleBroken e) {
            System.err.println("sightline: " + e.says());
            return REFUSED;
        }
    }

    private void link() throws IOException {
        if (!(automatic > 0.5 && automatic < 1)) {
            throw new RuleBroken("--automatic is a chance above 0.5 and below 1.");
        }
        try (LinkOutput pairsOut = LinkOutput.to(Objects.requireNonNull(out));
                @Nullable LinkOutput clustersOut = clusters == null ? null : LinkOutput.to(clusters)) {
            Records records = read();
            @Nullable Truth judge = truth == null ? null : Truth.read(truth, records);
            say("%,d records. Looking for pairs to compare.", records.size());
            link(records, judge, pairsOut, clustersOut);
        }
    }

    private void link(Records records, @Nullable Truth judge, LinkOutput pairsOut, @Nullable LinkOutput clustersOut)
            throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Comparing comparing =
                    new Comparing(records.schema(), records.values(), records.firstOfSecond(), pool, threads);
            Model learnt = learn(comparing, records);
            Scorer scorer = new Scorer(learnt, Shares.counted(records.size()));
            Weights weights = weigh(comparing, scorer, threads);
            double sure = Scorer.bitsOf(automatic);
            say("Writing %,d pairs.", weights.size());
            pairsOut.pairs(records, weights, scorer, sure);
            Clusters joined = joined(records, weights, sure);
            if (clustersOut != null) {
                clustersOut.clusters(records, joined);
            }
            write(learnt);
            tell(records, weights, joined, judge == null ? null : judge.judge(weights, sure));
        }
    }

    private void write(Model learnt) throws IOException {
        if (saveModel != null) {
            ModelFile.write(learnt, saveModel);
        }
        if (splink != null) {
            new SplinkSettings(learnt, splinkDialect).write(splink, files.size() > 1);
        }
    }

    private Records read() throws IOException {
        List<Extract> extracts = new ArrayList<>();
        try {
            List<LinkColumns> columns = new ArrayList<>();
            for (Path file : files) {
                if (!Files.isReadable(file)) {
                    throw new RuleBroken("There is no file %s that can be read.".formatted(file));
                }
                Extract extract = Extract.open(file);
                extracts.add(extract);
                columns.add(LinkColumns.of(extract.headings(), told(), evidence()));
                say("%s — %s", file.getFileName(), columns.getLast().words());
            }
            Records records = new Records(columns);
            for (int i = 0; i < files.size(); i++) {
                records.read(files.get(i), extracts.get(i), columns.get(i), rows -> say("%,d rows read", rows));
            }
            records.close();
            return records;
        } finally {
            for (Extract extract : extracts) {
                extract.close();
            }
        }
    }

    private Map<String, LinkField> told() {
        Map<String, LinkField> fields = new HashMap<>();
        told.forEach((heading, word) -> fields.put(heading, field(word)));
        return fields;
    }

    private Set<LinkField> evidence() {
        Set<LinkField> fields = EnumSet.noneOf(LinkField.class);
        evidence.forEach(word -> fields.add(field(word)));
        return fields;
    }

    private static LinkField field(String word) {
        return LinkField.of(word.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () -> new RuleBroken("There is no field “%s”. Fields: %s.".formatted(word, LinkField.words())));
    }

    private Model learn(Comparing comparing, Records records) throws IOException {
        if (model != null) {
            return ModelFile.read(model, records.schema(), records.size());
        }
        say("Learning how the records differ.");
        return comparing.estimate();
    }

    private static Weights weigh(Comparing comparing, Scorer scorer, int threads) {
        List<Weights> kept = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            kept.add(new Weights());
        }
        double least = Scorer.bitsOf(LEAST_SHOWN);
        say("Comparing.");
        comparing.weigh(scorer, thread -> (one, other, bits) -> {
            if (bits >= least) {
                kept.get(thread).add(one, other, bits);
            }
        });
        Weights all = kept.getFirst();
        kept.subList(1, threads).forEach(all::addAll);
        return all;
    }

    private static Clusters joined(Records records, Weights weights, double sure) {
        Clusters joined = new Clusters(records.size());
        weights.heaviestFirst((one, other, bits) -> {
            if (bits >= sure) {
                joined.join(one, other);
            }
        });
        return joined;
    }

    private void tell(Records records, Weights weights, Clusters joined, Truth.@Nullable Judgement judged)
            throws IOException {
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1_000.0;
        say("%,d pairs, %,d clusters of more than one record, %.1f seconds.", weights.size(), joined.joined(), seconds);
        if (judged != null) {
            say(
                    "From %.4f on: precision %.4f, recall %.4f, F1 %.4f. Best F1 %.4f from %.4f on.",
                    automatic, judged.precision(), judged.recall(), judged.f1(), judged.best(), judged.bestAt());
        }
        if (json) {
            System.out.println(line(records.size(), weights.size(), judged, seconds));
        }
    }

    private String line(int records, int pairs, Truth.@Nullable Judgement judged, double seconds) throws IOException {
        String figures = judged == null
                ? "\"precision\":null,\"recall\":null,\"f1\":null,\"threshold\":%s,\"best_f1\":null"
                        .formatted(automatic)
                : String.format(
                        Locale.ROOT,
                        "\"precision\":%.6f,\"recall\":%.6f,\"f1\":%.6f,\"threshold\":%s,\"best_f1\":%.6f,"
                                + "\"best_threshold\":%.6f",
                        judged.precision(),
                        judged.recall(),
                        judged.f1(),
                        automatic,
                        judged.best(),
                        judged.bestAt());
        return String.format(
                Locale.ROOT,
                "{\"records\":%d,\"pairs\":%d,%s,\"seconds\":%.2f,\"peak_mb\":%d}",
                records,
                pairs,
                figures,
                seconds,
                Memory.peakMegabytes());
    }

    private static void say(String words, Object... values) {
        System.err.println(String.format(Locale.UK, words, values));
    }
}
