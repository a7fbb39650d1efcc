package uk.sightline.reference;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A row of the access policy: what the holder of a post may see and do (ACCESS).
 *
 * @param agencyTypes codes of {@code agency-type} in which it may be held; empty for every type
 * @param lines what it sees, one line per reach
 * @param may what it may do to what it sees
 * @param secondPerson those of {@code may} that take effect only when somebody else agrees
 * @param perOperation whether the clearance holds only for operations the holder is named in
 * @param note what the policy says in words beyond the vocabulary, empty for nothing
 */
public record Post(
        String key,
        String label,
        Set<String> agencyTypes,
        List<Line> lines,
        Set<Permission> may,
        Set<Permission> secondPerson,
        Clearance clearance,
        boolean perOperation,
        String note) {

    /**
     * What the post sees of the people in one reach.
     *
     * @param sees kinds seen whole
     * @param pointer kinds of which it learns only that they exist and whom to ring
     * @param parts parts seen of kinds not seen whole
     */
    public record Line(Reach reach, Set<RecordKind> sees, Set<RecordKind> pointer, Set<RecordPart> parts) {

        static Line read(Entry entry) {
            return new Line(
                    entry.one("reach", Reach.values(), Reach::code),
                    entry.several("sees", RecordKind.values(), RecordKind::code),
                    entry.several("pointer", RecordKind.values(), RecordKind::code),
                    entry.several("parts", RecordPart.values(), RecordPart::code));
        }
    }

    /** Whether the post may do this to that object, as far as the policy goes. */
    public boolean may(Action action, String object) {
        return may.stream().anyMatch(each -> each.covers(action, object));
    }

    /** Whether doing this to that object needs somebody else to agree. */
    public boolean needsSecondPerson(Action action, String object) {
        return secondPerson.stream().anyMatch(each -> each.covers(action, object));
    }

    /** The reaches in which it sees a kind whole; empty when it never does. */
    public Set<Reach> reachesOf(RecordKind kind) {
        Set<Reach> reaches = EnumSet.noneOf(Reach.class);
        lines.stream()
                .filter(line -> line.sees().contains(kind))
                .map(Line::reach)
                .forEach(reaches::add);
        return reaches;
    }

    static Post read(Entry entry) {
        var note = entry.optional("note");
        return new Post(
                entry.key("key"),
                entry.text("label"),
                entry.texts("agency-types"),
                lines(entry),
                permissions(entry, "may"),
                permissions(entry, "second-person"),
                entry.one("clearance", Clearance.values(), Clearance::code),
                entry.yes("per-operation"),
                note == null ? "" : note);
    }

    private static List<Line> lines(Entry entry) {
        var lines = entry.rows("lines", Line::read);
        if (lines.isEmpty()) {
            entry.problem("a post needs at least one line, if only 'reach: none'");
        }
        Rows.refuseDoubles(lines, line -> line.reach().code(), "reach");
        return lines.stream().map(Row::value).toList();
    }

    private static Set<Permission> permissions(Entry entry, String field) {
        Set<Permission> permissions = new LinkedHashSet<>();
        entry.texts(
                field,
                (at, text) -> Permission.parse(text)
                        .ifPresentOrElse(
                                permissions::add,
                                () -> entry.problemAt(
                                        at, "'%s' is not an action, or an action and an object".formatted(text))));
        return permissions;
    }
}
