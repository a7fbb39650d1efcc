package uk.sightline.govuk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The inputs of the date component as they will be printed, worked out from its options. */
record DateInputs(List<Input> inputs) {

    record Input(
            String name, String id, String label, @Nullable String value, String classes, DateItem item) {}

    static DateInputs of(
            @Nullable String id,
            @Nullable String namePrefix,
            List<@Nullable DateItem> given,
            @Nullable DateItem[] parts,
            Map<String, String> values,
            boolean error) {
        var items = given.isEmpty() ? List.of(parts) : given;
        var shown = items.stream().filter(Objects::nonNull).toList();
        var anyError = shown.stream().anyMatch(DateItem::hasError);
        var inputs = new ArrayList<Input>();
        for (var item : shown) inputs.add(input(id, namePrefix, item, values, error, anyError));
        return new DateInputs(inputs);
    }

    private static Input input(
            @Nullable String id,
            @Nullable String namePrefix,
            DateItem item,
            Map<String, String> values,
            boolean error,
            boolean anyError) {
        var own = Markup.or(item.name(), "");
        var name = (Markup.given(namePrefix) ? namePrefix + "-" : "") + own;
        var value = item.value() != null ? item.value() : values.getOrDefault(own, values.get(name));
        return new Input(
                name,
                Markup.or(item.id(), id + "-" + own),
                Markup.or(item.label(), capital(own)),
                value,
                item.inputClasses(error, anyError, own.equals("year") ? 4 : 2),
                item);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1);
    }
}
