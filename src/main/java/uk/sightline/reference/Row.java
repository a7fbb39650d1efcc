package uk.sightline.reference;

import java.util.function.Function;
import java.util.stream.Stream;

/** A record of the pack and the place it was read from, kept until all cross-references are checked. */
record Row<T>(T value, Entry entry) {

    /** The row a node of a list holds; none, with the problem noted, when it has no fields. */
    static <T> Stream<Row<T>> from(Node node, String list, Problems problems, Function<Entry, T> read) {
        if (node instanceof Node.Mapping mapping) {
            return Stream.of(read(new Entry(mapping, problems), read));
        }
        problems.add(node.at(), "expected fields in each row of '" + list + "'");
        return Stream.of();
    }

    static <T> Row<T> read(Entry entry, Function<Entry, T> read) {
        var value = read.apply(entry);
        entry.refuseOthers();
        return new Row<>(value, entry);
    }
}
