package uk.sightline.reference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Values of one kind in the order of the pack, found by key. */
final class Listing<T> {

    private final String kind;
    private final Map<String, T> values = new LinkedHashMap<>();

    Listing(String kind, Collection<T> values, Function<T, String> key) {
        this.kind = kind;
        values.forEach(value -> this.values.put(key.apply(value), value));
    }

    T get(String key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no %s '%s' in the practice pack".formatted(kind, key));
        }
        return value;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    List<T> all() {
        return List.copyOf(values.values());
    }
}
