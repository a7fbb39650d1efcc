package uk.sightline.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of one comparison in one set of records: each text is prepared and kept once, and counted. */
public final class Vocabulary {

    private final Kind kind;
    private final Map<String, Optional<Value>> byTyped = new HashMap<>();
    private final Map<String, Value> byText = new HashMap<>();

    public Vocabulary(Kind kind) {
        this.kind = kind;
    }

    /** The value of one more record; null when it says nothing. */
    public @Nullable Value see(String typed) {
        Value value = byTyped.computeIfAbsent(typed, this::read).orElse(null);
        if (value != null) {
            value.see();
        }
        return value;
    }

    /** Lets go of what was needed for reading. */
    public void close() {
        byTyped.clear();
        byText.clear();
    }

    private Optional<Value> read(String typed) {
        return Optional.ofNullable(kind.read(typed)).map(read -> byText.merge(read.text(), read, (old, now) -> old));
    }
}
