package uk.sightline.merges;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.sightline.people.FactKind;
import uk.sightline.people.FactLine;
import uk.sightline.people.PersonSide;

/** Two records side by side, a row for each respect in which they can be compared. */
record Sides(PersonSide one, PersonSide other, List<Row> rows) {

    /** How the two compare in one respect. */
    enum Agreement {
        SAME("Same", "govuk-tag--green"),
        SHARED("Partly the same", "govuk-tag--blue"),
        DIFFERENT("Different", "govuk-tag--yellow"),
        ONE_ONLY("On one only", "govuk-tag--grey");

        private final String label;
        private final String tag;

        Agreement(String label, String tag) {
            this.label = label;
            this.tag = tag;
        }

        String label() {
            return label;
        }

        String tag() {
            return tag;
        }
    }

    /** A respect. Lines that both records have are marked. */
    record Row(String label, List<Line> one, List<Line> other, Agreement agreement) {}

    /** What a record says, and what qualifies it. */
    record Line(String says, String more, boolean onBoth) {}

    /** Compares what both say outright and all that is believed of them. */
    static Sides of(PersonSide one, PersonSide other) {
        List<Row> rows = new ArrayList<>();
        one.about().keySet().forEach(label -> outright(label, one, other, rows));
        for (FactKind kind : FactKind.values()) {
            facts(kind, one, other, rows);
        }
        return new Sides(one, other, List.copyOf(rows));
    }

    private static void outright(String label, PersonSide one, PersonSide other, List<Row> rows) {
        boolean here = one.says(label);
        boolean there = other.says(label);
        if (!here && !there) {
            return;
        }
        String mine = one.said(label);
        String theirs = other.said(label);
        boolean same = here && there && mine.equals(theirs);
        Agreement agreement = !here || !there ? Agreement.ONE_ONLY : same ? Agreement.SAME : Agreement.DIFFERENT;
        rows.add(new Row(
                label,
                here ? List.of(new Line(mine, "", same)) : List.of(),
                there ? List.of(new Line(theirs, "", same)) : List.of(),
                agreement));
    }

    private static void facts(FactKind kind, PersonSide one, PersonSide other, List<Row> rows) {
        List<FactLine> mine = of(kind, one);
        List<FactLine> theirs = of(kind, other);
        if (mine.isEmpty() && theirs.isEmpty()) {
            return;
        }
        Set<String> shared = said(mine);
        shared.retainAll(said(theirs));
        rows.add(new Row(kind.heading(), lines(mine, shared), lines(theirs, shared), agreement(mine, theirs, shared)));
    }

    private static Agreement agreement(List<FactLine> mine, List<FactLine> theirs, Set<String> shared) {
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Agreement.ONE_ONLY;
        }
        if (shared.isEmpty()) {
            return Agreement.DIFFERENT;
        }
        return said(mine).equals(said(theirs)) ? Agreement.SAME : Agreement.SHARED;
    }

    private static List<FactLine> of(FactKind kind, PersonSide side) {
        return side.facts().stream().filter(line -> line.kind() == kind).toList();
    }

    private static Set<String> said(List<FactLine> lines) {
        Set<String> said = new LinkedHashSet<>();
        lines.forEach(line -> said.add(line.value()));
        return said;
    }

    private static List<Line> lines(List<FactLine> lines, Set<String> shared) {
        return lines.stream()
                .map(line -> new Line(line.value(), more(line), shared.contains(line.value())))
                .toList();
    }

    private static String more(FactLine line) {
        List<String> more = new ArrayList<>(List.of(line.label()));
        if (line.note() != null) {
            more.add(line.note());
        }
        if (!line.dates().isEmpty()) {
            more.add(line.dates());
        }
        return String.join(", ", more);
    }
}
