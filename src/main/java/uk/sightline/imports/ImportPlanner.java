package uk.sightline.imports;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.sightline.imports.ImportRowStore.Waiting;
import uk.sightline.imports.ImportSeen.Earlier;
import uk.sightline.imports.ImportSeen.Mark;
import uk.sightline.people.BulkChanges;
import uk.sightline.people.BulkChanges.Saying;
import uk.sightline.people.Recognition;
import uk.sightline.people.Recognition.Answer;
import uk.sightline.people.Recognition.Asked;
import uk.sightline.platform.London;

/**
 * Reads some rows of a batch and decides, from what is on the index now, what is to become of each. A row that says word for
 * word what its source said last time is not read again: most rows of a daily file.
 */
@Component
class ImportPlanner {

    private final ImportOrigins origins;
    private final ImportSeen seen;
    private final Recognition recognition;
    private final BulkChanges index;
    private final InstantSource time;

    ImportPlanner(
            ImportOrigins origins, ImportSeen seen, Recognition recognition, BulkChanges index, InstantSource time) {
        this.origins = origins;
        this.seen = seen;
        this.recognition = recognition;
        this.index = index;
        this.time = time;
    }

    List<ImportPlan> plan(ImportBatch batch, List<Waiting> waiting) {
        ImportRows rows = new ImportRows(batch, London.date(time.instant()));
        waiting.forEach(rows::take);
        rows.meetTheSource(keys -> origins.of(batch.source(), keys));
        ImportDecisions decisions = new ImportDecisions(rows, earlier(batch, rows), answers(batch, rows));
        Set<Integer> nothingNew = nothingNew(rows, decisions);
        return waiting.stream()
                .map(row -> decisions.plan(row.no(), nothingNew.contains(row.no())))
                .toList();
    }

    /** What earlier rows of the file have in common with these. */
    private Map<Integer, List<Earlier>> earlier(ImportBatch batch, ImportRows rows) {
        List<Mark> marks = new ArrayList<>();
        rows.usable().forEach((no, row) -> {
            if (row.met()) {
                marks.add(ImportSeen.row(no, rows.key(no), row.said()));
            }
            ImportContent content = rows.content(no);
            if (content != null && content.person() == null && rows.isNew(no)) {
                marks.addAll(ImportSeen.person(no, content));
            }
        });
        if (marks.isEmpty()) {
            return Map.of();
        }
        seen.add(batch.id(), marks);
        return seen.earlier(batch.id(), marks);
    }

    /** Of those who are new to the source, and of those whom it says something new of: who may they be? */
    private Map<Integer, Answer> answers(ImportBatch batch, ImportRows rows) {
        List<Asked> asked = new ArrayList<>();
        rows.contents().forEach((no, content) -> {
            if (content.person() == null && (rows.isNew(no) || rows.hasNewNumber(no, content))) {
                asked.add(new Asked(no, content.fullName(), content.born(), content.clues()));
            }
        });
        return recognition.of(asked, batch.requestedBy());
    }

    /** The rows about somebody known of whom the source has not spoken, and whose record has all of it. */
    private Set<Integer> nothingNew(ImportRows rows, ImportDecisions decisions) {
        List<Saying> sayings = new ArrayList<>();
        rows.contents().forEach((no, content) -> {
            if (rows.isNew(no)) {
                decisions
                        .who(no, content)
                        .ifPresent(person -> content.facts()
                                .values()
                                .forEach(fact -> sayings.add(new Saying(no, person, fact, null))));
            }
        });
        return index.saysNothingNew(sayings);
    }
}
