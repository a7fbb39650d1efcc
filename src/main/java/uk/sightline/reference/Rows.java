package uk.sightline.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Checks over many rows of one kind. */
final class Rows {

    static final Validity ALWAYS = new Validity(LocalDate.EPOCH, null);

    private Rows() {}

    /** Two rows of one key may both stand only when they hold on different days. */
    static <T> void refuseDoubles(
            List<Row<T>> rows, Function<T, String> key, Function<T, Validity> validity, String field) {
        Map<String, List<Validity>> seen = new HashMap<>();
        for (var row : rows) {
            var earlier = seen.computeIfAbsent(key.apply(row.value()), k -> new ArrayList<>());
            var days = validity.apply(row.value());
            if (earlier.stream().anyMatch(days::overlaps)) {
                row.entry().problem(field, "'%s' is here twice for the same days".formatted(key.apply(row.value())));
            }
            earlier.add(days);
        }
    }

    static <T> void refuseDoubles(List<Row<T>> rows, Function<T, String> key, String field) {
        refuseDoubles(rows, key, row -> ALWAYS, field);
    }
}
