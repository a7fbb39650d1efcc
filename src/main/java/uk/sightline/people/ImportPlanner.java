package uk.sightline.people;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.sightline.people.ImportQueries.Origin;
import uk.sightline.people.ImportRowStore.Waiting;
import uk.sightline.platform.London;

/** Reads some rows of a batch and decides, from what is on the index now, what is to become of each. */
@Component
class ImportPlanner {

    private final ImportRowStore rows;
    private final ImportQueries index;
    private final CandidateQueries people;
    private final ImportFacts facts;
    private final InstantSource time;

    ImportPlanner(
            ImportRowStore rows, ImportQueries index, CandidateQueries people, ImportFacts facts, InstantSource time) {
        this.rows = rows;
        this.index = index;
        this.people = people;
        this.facts = facts;
        this.time = time;
    }

    List<ImportPlan> plan(ImportBatch batch, List<Waiting> waiting) {
        ImportRowReader reader = new ImportRowReader(batch.mapping(), batch.headings(), London.date(time.instant()));
        Map<Integer, ImportReading> read = new LinkedHashMap<>();
        waiting.forEach(row -> read.put(row.no(), read(row, reader)));
        Map<Integer, ImportContent> contents = readable(read);
        rows.addKeys(batch.id(), keys(contents));
        ImportMatching matching = matching(batch, contents);
        Map<Integer, Map<String, Integer>> earlier = rows.earlier(
                batch.id(), waiting.getFirst().no(), waiting.getLast().no());
        List<ImportPlan> plans = new ArrayList<>();
        read.forEach((no, reading) -> plans.add(
                switch (reading) {
                    case ImportReading.Rejected rejected ->
                        ImportPlan.rejected(no, null, rejected.field(), rejected.reason());
                    case ImportReading.Readable readable ->
                        matching.plan(no, readable.content(), earlier.getOrDefault(no, Map.of()));
                }));
        return plans;
    }

    private static ImportReading read(Waiting row, ImportRowReader reader) {
        return row.problem() == null ? reader.read(row.cells()) : new ImportReading.Rejected("row", row.problem());
    }

    private static Map<Integer, ImportContent> readable(Map<Integer, ImportReading> read) {
        Map<Integer, ImportContent> contents = new LinkedHashMap<>();
        read.forEach((no, reading) -> {
            if (reading instanceof ImportReading.Readable(ImportContent content)) {
                contents.put(no, content);
            }
        });
        return contents;
    }

    /** The source's name for the person, all that the row says, and what hardly two people share. */
    private static Map<String, List<Integer>> keys(Map<Integer, ImportContent> contents) {
        Map<String, List<Integer>> keys = new HashMap<>();
        contents.forEach((no, content) -> {
            Set<String> own = new HashSet<>(content.telling());
            own.add("s:" + content.keyOrHash());
            own.add("c:" + ImportText.hash(content.keyOrHash() + content.storedOver(Map.of())));
            own.forEach(key -> keys.computeIfAbsent(key, k -> new ArrayList<>()).add(no));
        });
        return keys;
    }

    private ImportMatching matching(ImportBatch batch, Map<Integer, ImportContent> contents) {
        List<Origin> origins = index.origins(
                batch.source(),
                contents.values().stream().map(ImportContent::keyOrHash).collect(Collectors.toSet()));
        Map<String, Set<UUID>> holders = index.holders(contents.values().stream()
                .flatMap(content -> content.telling().stream())
                .collect(Collectors.toSet()));
        Set<UUID> found = new HashSet<>();
        origins.forEach(origin -> found.add(origin.person()));
        holders.values().forEach(found::addAll);
        Set<UUID> open = index.mayMatch(found, batch.requestedBy());
        Map<String, Origin> originOf = origins.stream()
                .filter(origin -> open.contains(origin.person()))
                .collect(Collectors.toMap(Origin::key, origin -> origin, (one, other) -> one));
        holders.values().forEach(ids -> ids.retainAll(open));
        Set<UUID> numbered = new HashSet<>();
        holders.forEach((key, ids) -> {
            if (key.startsWith("x:")) {
                numbered.addAll(ids);
            }
        });
        Map<UUID, Compared> compared =
                people.facts(numbered).stream().collect(Collectors.toMap(Compared::id, each -> each));
        return new ImportMatching(originOf, holders, compared, facts);
    }
}
