package uk.sightline.reference;

import java.util.function.Function;

/** A record of the pack and the place it was read from, kept until all cross-references are checked. */
record Row<T>(T value, Entry entry) {

    static <T> Row<T> read(Entry entry, Function<Entry, T> read) {
        var value = read.apply(entry);
        entry.refuseOthers();
        return new Row<>(value, entry);
    }
}
