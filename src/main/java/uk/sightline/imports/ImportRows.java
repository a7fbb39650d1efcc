package uk.sightline.imports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.sightline.imports.ImportOrigins.Origin;
import uk.sightline.imports.ImportReading.Readable;
import uk.sightline.imports.ImportReading.Rejected;
import uk.sightline.imports.ImportRowStore.Waiting;
import uk.sightline.people.BulkChanges;
import uk.sightline.people.Fact.PersonIdentifier;

/** The rows of one transaction: what each says, and what its source said before. */
final class ImportRows {

    private final ImportMapping mapping;
    private final ImportBatch batch;
    private final ImportRowReader reader;
    private final Map<Integer, Usable> usable = new LinkedHashMap<>();
    private final Map<Integer, ImportContent> contents = new LinkedHashMap<>();
    private final Map<Integer, ImportRemark> refused = new HashMap<>();
    private final Map<Integer, String> keys = new HashMap<>();
    private Map<String, Origin> known = Map.of();
    private Map<String, Origin> people = Map.of();

    ImportRows(ImportBatch batch, LocalDate today) {
        this.batch = batch;
        this.mapping = batch.mapping();
        this.reader = new ImportRowReader(mapping, batch.headings(), today);
    }

    /**
     * A row that nothing is wrong with so far.
     *
     * @param said hash of all that it says
     * @param met whether another row of the file may have the same number of its own
     */
    record Usable(ImportRow row, UUID said, boolean met) {}

    void take(Waiting row) {
        if (row.problem() == null) {
            ImportRow cells = ImportRow.of(mapping, batch.headings(), row.cells());
            usable.put(row.no(), new Usable(cells, cells.said(), row.met()));
        } else {
            refused.put(row.no(), ImportRemark.rejected("row", row.problem(), null));
        }
    }

    /**
     * Where rows have a number of their own, those that say what they said last time need not be read.
     *
     * @param origins answers what the source said under some keys
     */
    void meetTheSource(Function<Collection<String>, Map<String, Origin>> origins) {
        boolean numbered =
                mapping.kind() == ImportMapping.Kind.PEOPLE && mapping.fields().contains(ImportField.SOURCE_ID);
        if (numbered) {
            usable.forEach((no, row) -> row.row().number().ifPresent(number -> keys.put(no, number)));
            known = origins.apply(keys.values());
        }
        readAll();
        if (!numbered) {
            known = origins.apply(keys.values());
            people = origins.apply(contents.values().stream()
                    .flatMap(content -> Optional.ofNullable(content.person()).stream())
                    .collect(Collectors.toSet()));
        }
    }

    /** Each row for itself, so on all cores. */
    private void readAll() {
        List<Integer> unread =
                usable.keySet().stream().filter(this::saysSomethingElse).toList();
        List<ImportReading> readings =
                unread.parallelStream().map(no -> reader.read(usable(no).row())).toList();
        for (int i = 0; i < unread.size(); i++) {
            take(unread.get(i), readings.get(i));
        }
    }

    private boolean saysSomethingElse(int no) {
        Origin before = origin(no);
        return before == null || !usable(no).said().equals(before.said());
    }

    private void take(int no, ImportReading reading) {
        switch (reading) {
            case Readable(ImportContent content) -> {
                contents.put(no, content);
                keys.put(no, content.keyOrHash());
            }
            case Rejected(String field, String reason, String value) -> {
                usable.remove(no);
                refused.put(no, ImportRemark.rejected(field, reason, value));
            }
        }
    }

    Map<Integer, Usable> usable() {
        return usable;
    }

    Usable usable(int no) {
        return Objects.requireNonNull(usable.get(no));
    }

    /** What was read; nothing for rows that say what they said last time. */
    Map<Integer, ImportContent> contents() {
        return contents;
    }

    @Nullable ImportContent content(int no) {
        return contents.get(no);
    }

    @Nullable ImportRemark refused(int no) {
        return refused.get(no);
    }

    /** What the source calls what the row is about. */
    String key(int no) {
        return keys.getOrDefault(no, "");
    }

    /** What the source said under the same key; null when it has not. */
    @Nullable Origin origin(int no) {
        return known.get(key(no));
    }

    boolean isNew(int no) {
        return origin(no) == null;
    }

    /** Whether the source says a number of somebody that it has not said of them before. */
    boolean hasNewNumber(int no, ImportContent content) {
        Origin before = origin(no);
        Map<String, String> said = before == null ? Map.of() : ImportContent.read(before.content());
        return content.facts().entrySet().stream()
                .filter(part -> part.getValue() instanceof PersonIdentifier)
                .anyMatch(part -> !BulkChanges.said(part.getValue()).equals(said.get(part.getKey())));
    }

    /** Whom the source has brought under this number. */
    Optional<Origin> person(String number) {
        return Optional.ofNullable(people.get(number));
    }
}
