package uk.sightline.govuk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The inputs of the date component as they will be printed, worked out from its options. */
record DateInputs(
        @Nullable String id,
        @Nullable String namePrefix,
        @Nullable DateItem day,
        @Nullable DateItem month,
        @Nullable DateItem year,
        Map<String, String> values) {

    record Input(
            String name, String id, String label, @Nullable String value, String classes, DateItem item) {}

    private enum Part {
        DAY,
        MONTH,
        YEAR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Without items of the caller's own: day, month and year, as far as they are asked. */
    List<Input> inputs(List<@Nullable DateItem> items, boolean groupHasError) {
        var shown = (items.isEmpty() ? Arrays.asList(day, month, year) : items)
                .stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
        var anotherHasError = shown.stream().anyMatch(DateItem::hasError);
        return shown.stream()
                .map(item -> input(item, groupHasError, anotherHasError))
                .toList();
    }

    private Input input(DateItem item, boolean groupHasError, boolean anotherHasError) {
        var part = part(item);
        var word = Markup.or(item.name(), part == null ? "" : part.word());
        var name = (Markup.given(namePrefix) ? namePrefix + "-" : "") + word;
        return new Input(
                name,
                Markup.or(item.id(), id + "-" + word),
                Markup.or(item.label(), capital(word)),
                value(item, part, name),
                item.inputClasses(groupHasError, anotherHasError, part == Part.YEAR ? 4 : 2),
                item);
    }

    private @Nullable Part part(DateItem item) {
        for (var part : Part.values()) {
            var standard = standard(part);
            if (item == standard || part.word().equals(item.name())) return part;
            if (standard != null && item.name() != null && item.name().equals(standard.name())) return part;
        }
        return null;
    }

    private @Nullable DateItem standard(Part part) {
        return switch (part) {
            case DAY -> day;
            case MONTH -> month;
            case YEAR -> year;
        };
    }

    private @Nullable String value(DateItem item, @Nullable Part part, String name) {
        if (item.value() != null) return item.value();
        var standard = part == null ? null : standard(part);
        if (standard != null && standard.value() != null) return standard.value();
        return part != null && values.containsKey(part.word()) ? values.get(part.word()) : values.get(name);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1);
    }
}
