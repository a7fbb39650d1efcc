package uk.sightline.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.access.Glass;
import uk.sightline.govuk.SummaryRow;

/**
 * One person on one screen (UX.md 3).
 *
 * @param facts age, birth date, pronouns and the rest of the header
 * @param dangers flags about the safety of workers and of contact, shown as banners
 * @param flags the other flags that hold
 * @param standing how things stand with exploitation; empty when the reader may know of nothing
 * @param unknown what nobody has said yet: missing data is shown as a risk (PRACTICE §17.4)
 * @param others people whose records name this person
 * @param chronology newest first, as filtered
 * @param glass emergency access by which the reader sees the person, or null
 * @param may what the reader's post includes: whether the forms are offered
 */
public record PersonPage(
        UUID id,
        String reference,
        String name,
        List<SummaryRow> facts,
        List<FactLine> dangers,
        List<FactLine> flags,
        List<SummaryRow> standing,
        List<Due> due,
        List<SummaryRow> workers,
        List<String> unknown,
        List<SummaryRow> about,
        List<Part> parts,
        List<Other> others,
        Chronology chronology,
        List<PersonTab> tabs,
        @Nullable Glass glass,
        boolean may,
        boolean mayPrint) {

    /** A list of facts of one kind. */
    public record Part(FactKind kind, String heading, List<FactLine> lines) {

        /** Those that hold, first; the rest is folded away. */
        public List<FactLine> now() {
            return lines.stream().filter(line -> !line.past()).toList();
        }

        public List<FactLine> past() {
            return lines.stream().filter(FactLine::past).toList();
        }
    }

    /** Something that is due, and whether the time has passed. */
    public record Due(String when, String what, String href, boolean over) {}

    /** Somebody whose record names this person. */
    public record Other(String label, String name, String href) {}

    /**
     * What happened, newest first.
     *
     * @param types that there are, to filter by
     * @param sources that there are, with the key that stands for them in an address: no name goes into one
     */
    public record Chronology(
            List<Line> lines,
            Set<String> types,
            List<Choice> sources,
            @Nullable String type,
            @Nullable String source) {}

    /** A line, the date as people write it. */
    public record Line(
            String when,
            String type,
            String what,
            String source,
            @Nullable String href,
            @Nullable String struckBecause) {}

    /** A source and its key. */
    public record Choice(String key, String label) {}
}
