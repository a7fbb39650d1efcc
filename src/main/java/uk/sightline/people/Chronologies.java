package uk.sightline.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.people.PersonPage.Choice;
import uk.sightline.people.PersonPage.Chronology;
import uk.sightline.people.PersonPage.Line;
import uk.sightline.people.PersonQueries.Change;
import uk.sightline.people.PersonQueries.Known;
import uk.sightline.platform.London;

/** One chronology: the dated facts of the index and what other modules add, newest first. */
@Component
class Chronologies {

    private final List<ChronologySource> sources;

    Chronologies(List<ChronologySource> sources) {
        this.sources = sources;
    }

    Chronology of(Known person, List<FactRow> rows, List<FactLine> lines, List<Change> changes, Filter filter) {
        List<ChronologyEntry> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            addFact(all, rows.get(i), lines.get(i));
        }
        changes.forEach(change -> all.add(entry(change)));
        all.add(new ChronologyEntry(
                London.date(person.createdAt()), "Record", "Record made", person.source(), null, null));
        sources.forEach(source -> all.addAll(source.entries(person.id())));
        return filtered(all, filter);
    }

    List<DueNext> due(UUID person) {
        return sources.stream()
                .flatMap(source -> source.due(person).stream())
                .sorted(Comparator.comparing(DueNext::dueAt))
                .toList();
    }

    List<SummaryRow> standing(UUID person) {
        return sources.stream()
                .flatMap(source -> source.standing(person).stream())
                .toList();
    }

    List<PersonTab> tabs(UUID person) {
        return sources.stream().flatMap(source -> source.tabs(person).stream()).toList();
    }

    private static void addFact(List<ChronologyEntry> all, FactRow row, FactLine line) {
        LocalDate began = row.fromOn() != null ? row.fromOn() : London.date(row.createdAt());
        String type = row.kind().label();
        all.add(new ChronologyEntry(began, type, line.sentence(), row.source(), null, row.correctedWhy()));
        if (row.untilOn() != null && !row.isStruck()) {
            all.add(new ChronologyEntry(row.untilOn(), type, "Ended. " + line.sentence(), row.source(), null, null));
        }
    }

    private static ChronologyEntry entry(Change change) {
        String was = Objects.requireNonNullElse(change.was(), "not known");
        String became = Objects.requireNonNullElse(change.became(), "not known");
        return new ChronologyEntry(
                London.date(change.createdAt()),
                "Record",
                "%s changed from %s to %s".formatted(change.what(), was, became),
                change.why(),
                null,
                null);
    }

    private static Chronology filtered(List<ChronologyEntry> all, Filter filter) {
        List<Line> lines = all.stream()
                .filter(entry -> filter.takes(entry))
                .sorted(Comparator.comparing(ChronologyEntry::on).reversed())
                .map(Chronologies::line)
                .toList();
        TreeSet<String> types = new TreeSet<>();
        all.forEach(entry -> types.add(entry.type()));
        List<Choice> sources = all.stream()
                .map(ChronologyEntry::source)
                .distinct()
                .sorted()
                .map(source -> new Choice(Filter.key(source), source))
                .toList();
        return new Chronology(lines, types, sources, filter.type(), filter.source());
    }

    private static Line line(ChronologyEntry entry) {
        return new Line(
                London.shortDay(entry.on()),
                entry.type(),
                entry.what(),
                entry.source(),
                entry.href(),
                entry.struckBecause());
    }

    /** What is shown of a chronology; the source is a key, for names stay out of addresses. */
    record Filter(@Nullable String type, @Nullable String source) {

        boolean takes(ChronologyEntry entry) {
            return (type == null || type.isEmpty() || type.equals(entry.type()))
                    && (source == null || source.isEmpty() || source.equals(key(entry.source())));
        }

        static String key(String source) {
            return Integer.toHexString(source.hashCode());
        }
    }
}
