package uk.sightline.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.SummaryRow;

/**
 * Two people in one table, a row for each respect in which either record says something.
 *
 * @param rows in the order of the person page
 */
public record SideBySide(Person one, Person other, List<Row> rows) {

    /** Beside what happened last on a record, the rest is a click away. */
    private static final int LAST_EVENTS = 3;

    /** Shown even where neither record says anything: that nobody knows is worth knowing. */
    private static final Set<String> ALWAYS = Set.of(
            "Date of birth",
            "Sex",
            "Names",
            "Identifiers",
            "Addresses",
            "Contacts",
            "Family and other people",
            "Who works with them");

    public SideBySide {
        rows = List.copyOf(rows);
    }

    /** How the two sides of a row stand to each other, in words: colour alone says nothing. */
    public enum Likeness {
        SAME("The same"),
        PARTLY("In part the same"),
        DIFFERENT("Different"),
        ONE_SIDE("Only one says"),
        NEITHER("Neither says"),
        NOT_COMPARED("");

        private final String words;

        Likeness(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Whose side it is. */
    public record Person(UUID id, String name, String reference) {

        private static Person of(PersonPage page) {
            return new Person(page.id(), page.name(), page.reference());
        }
    }

    /** One respect. */
    public record Row(String label, List<Item> one, List<Item> other, Likeness likeness) {}

    /**
     * Something that a record says.
     *
     * @param label which of several it is; empty where the row says that
     * @param note what qualifies it; empty when nothing does
     * @param shared whether the other record says it, too
     * @param struckBecause why it is no longer believed, or null
     * @param hidden not for paper
     */
    public record Item(
            String label,
            String text,
            String note,
            boolean shared,
            @Nullable String href,
            @Nullable String struckBecause,
            boolean hidden) {

        private static Item plain(String label, String text) {
            return new Item(label, text, "", false, null, null, false);
        }

        private String key() {
            return text.toLowerCase(Locale.UK).replaceAll("\\s+", " ").strip();
        }

        private Item sharedWith(Set<String> keys) {
            return new Item(label, text, note, keys.contains(key()), href, struckBecause, hidden);
        }
    }

    public static SideBySide of(PersonPage one, PersonPage other) {
        List<Row> rows = new ArrayList<>();
        addAbout(rows, one, other);
        for (int i = 0; i < one.parts().size(); i++) {
            PersonPage.Part part = one.parts().get(i);
            add(rows, part.heading(), facts(part), facts(other.parts().get(i)), true);
        }
        add(rows, "Who works with them", workers(one), workers(other), false);
        add(rows, "What happened last", last(one), last(other), false);
        return new SideBySide(Person.of(one), Person.of(other), rows);
    }

    private static void addAbout(List<Row> rows, PersonPage one, PersonPage other) {
        Map<String, String> mine = about(one);
        Map<String, String> theirs = about(other);
        Set<String> labels = new LinkedHashSet<>(List.of("Date of birth", "Sex"));
        labels.addAll(mine.keySet());
        labels.addAll(theirs.keySet());
        for (String label : labels) {
            add(rows, label, item(mine.get(label)), item(theirs.get(label)), true);
        }
    }

    private static List<Item> item(@Nullable String text) {
        return text == null || !AboutWords.isSaid(text) ? List.of() : List.of(Item.plain("", text));
    }

    private static Map<String, String> about(PersonPage page) {
        return page.about().stream()
                .filter(row -> AboutWords.isSaid(key(row)))
                .collect(Collectors.toMap(
                        SideBySide::key, SideBySide::value, (first, again) -> first, LinkedHashMap::new));
    }

    private static String key(SummaryRow row) {
        return row.key() == null ? "" : Objects.requireNonNullElse(row.key().text(), "");
    }

    private static String value(SummaryRow row) {
        return row.value() == null ? "" : Objects.requireNonNullElse(row.value().text(), "");
    }

    private static List<Item> facts(PersonPage.Part part) {
        List<FactLine> lines = new ArrayList<>(part.now());
        lines.addAll(part.past());
        return lines.stream()
                .map(line -> new Item(
                        line.label(),
                        line.value(),
                        note(line),
                        false,
                        line.href(),
                        line.struckBecause(),
                        line.hidden()))
                .toList();
    }

    private static String note(FactLine line) {
        String past = line.past() && line.struckBecause() == null ? "Earlier" : "";
        return Stream.of(past, Objects.requireNonNullElse(line.note(), ""), line.dates(), line.source())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(". "));
    }

    private static List<Item> workers(PersonPage page) {
        return page.workers().stream()
                .map(row -> new Item("", key(row), value(row), false, null, null, false))
                .toList();
    }

    private static List<Item> last(PersonPage page) {
        return page.chronology().lines().stream()
                .limit(LAST_EVENTS)
                .map(line -> new Item(line.when(), line.what(), line.source(), false, line.href(), null, false))
                .toList();
    }

    private static void add(List<Row> rows, String label, List<Item> one, List<Item> other, boolean compared) {
        if (one.isEmpty() && other.isEmpty() && !ALWAYS.contains(label)) {
            return;
        }
        Set<String> mine = keys(one);
        Set<String> theirs = keys(other);
        rows.add(new Row(
                label,
                one.stream().map(item -> item.sharedWith(theirs)).toList(),
                other.stream().map(item -> item.sharedWith(mine)).toList(),
                compared ? likeness(mine, theirs) : Likeness.NOT_COMPARED));
    }

    /** What was struck through is no longer said. */
    private static Set<String> keys(List<Item> items) {
        return items.stream()
                .filter(item -> item.struckBecause() == null)
                .map(Item::key)
                .collect(Collectors.toSet());
    }

    private static Likeness likeness(Set<String> mine, Set<String> theirs) {
        if (mine.isEmpty() || theirs.isEmpty()) {
            return mine.isEmpty() && theirs.isEmpty() ? Likeness.NEITHER : Likeness.ONE_SIDE;
        }
        if (mine.equals(theirs)) {
            return Likeness.SAME;
        }
        return mine.stream().anyMatch(theirs::contains) ? Likeness.PARTLY : Likeness.DIFFERENT;
    }
}
