package uk.sightline.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of the pack while it is read into a record. A field that is missing or of the wrong kind is noted as a
 * problem and read as an empty value, so that reading goes on and finds the rest; the pack is then refused as a whole.
 */
final class Entry {

    private final Node.Mapping mapping;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    Entry(Node.Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    String text(String field) {
        var text = optional(field);
        if (text == null) {
            problem("'" + field + "' is missing");
            return "";
        }
        return text;
    }

    /** Null when the field is not there or empty. */
    @Nullable String optional(String field) {
        var node = node(field);
        if (node == null) {
            return null;
        }
        var text = scalar(field, node);
        return text.isEmpty() ? null : text;
    }

    String matching(String field, String pattern, String shape) {
        var text = text(field);
        if (!text.isEmpty() && !text.matches(pattern)) {
            problem(field, "'%s' is not %s".formatted(text, shape));
        }
        return text;
    }

    /** A short name that other rows point to: small letters, digits, hyphens. */
    String key(String field) {
        return matching(field, "[a-z0-9]+(-[a-z0-9]+)*", "a key of small letters, digits and single hyphens");
    }

    int number(String field, int least) {
        var text = text(field);
        try {
            var number = text.isEmpty() ? least : Integer.parseInt(text);
            if (number < least) {
                problem(field, "'%s' must be %d or more".formatted(text, least));
            }
            return number;
        } catch (NumberFormatException e) {
            problem(field, "'%s' is not a whole number".formatted(text));
            return least;
        }
    }

    boolean yes(String field) {
        var text = optional(field);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            problem(field, "'%s' must be true or false".formatted(text));
        }
        return "true".equals(text);
    }

    LocalDate date(String field) {
        return Optional.ofNullable(optionalDate(field)).orElseGet(() -> {
            if (!has(field)) {
                problem("'" + field + "' is missing");
            }
            return LocalDate.EPOCH;
        });
    }

    @Nullable LocalDate optionalDate(String field) {
        var text = optional(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            problem(field, "'%s' is not a date like 2026-04-29".formatted(text));
            return null;
        }
    }

    /** One of an enum's codes; the first of them when the text is none, with the problem noted. */
    <E extends Enum<E>> E one(String field, E[] values, Function<E, String> code) {
        return recognise(place(field), text(field), values, code).orElse(values[0]);
    }

    <E extends Enum<E>> Set<E> several(String field, E[] values, Function<E, String> code) {
        Set<E> found = new LinkedHashSet<>();
        texts(field, (at, text) -> recognise(at, text, values, code).ifPresent(found::add));
        return found;
    }

    private <E extends Enum<E>> Optional<E> recognise(Node.At at, String text, E[] values, Function<E, String> code) {
        var found = Choices.find(values, code, text);
        if (found.isEmpty() && !text.isEmpty()) {
            problems.add(at, Choices.refusal(values, code, text));
        }
        return found;
    }

    Set<String> texts(String field) {
        Set<String> texts = new LinkedHashSet<>();
        texts(field, (at, text) -> texts.add(text));
        return texts;
    }

    /** Hands over each text of a list with its place. */
    void texts(String field, BiConsumer<Node.At, String> reader) {
        for (var node : items(field)) {
            if (node instanceof Node.Scalar(var at, var text) && !text.isEmpty()) {
                reader.accept(at, text);
            } else {
                problems.add(node.at(), "expected a text in the list '" + field + "'");
            }
        }
    }

    /** Each mapping of a list, read and then checked for fields that nobody asked for. */
    <T> List<Row<T>> rows(String field, Function<Entry, T> read) {
        return items(field).stream()
                .flatMap(node -> Row.from(node, field, problems, read))
                .toList();
    }

    /** A mapping below this one, if it is there. */
    Optional<Entry> below(String field) {
        var node = node(field);
        if (node != null && !(node instanceof Node.Mapping)) {
            problems.add(node.at(), "expected fields below '" + field + "'");
        }
        return node instanceof Node.Mapping each ? Optional.of(new Entry(each, problems)) : Optional.empty();
    }

    /** A mapping of free names to texts. */
    Map<String, String> pairs(String field) {
        Map<String, String> pairs = new LinkedHashMap<>();
        below(field)
                .ifPresent(each -> each.mapping.fields().keySet().forEach(name -> pairs.put(name, each.text(name))));
        return pairs;
    }

    /** Whether a field is there; asking makes it one that is known here. */
    boolean has(String field) {
        asked.add(field);
        return mapping.fields().containsKey(field);
    }

    void problem(String reason) {
        problems.add(mapping.at(), reason);
    }

    void problem(String field, String reason) {
        problems.add(place(field), reason);
    }

    void problemAt(Node.At at, String reason) {
        problems.add(at, reason);
    }

    /** Notes every field that was never asked for: most often a slip of the pen. */
    void refuseOthers() {
        mapping.fields().keySet().stream()
                .filter(field -> !asked.contains(field))
                .forEach(field -> problem(
                        field, "unknown field '%s'; known here: %s".formatted(field, String.join(", ", asked))));
    }

    private Node.At place(String field) {
        var node = mapping.fields().get(field);
        return node == null ? mapping.at() : node.at();
    }

    private @Nullable Node node(String field) {
        asked.add(field);
        return mapping.fields().get(field);
    }

    private List<Node> items(String field) {
        return switch (node(field)) {
            case null -> List.of();
            case Node.Items(var at, var nodes) -> nodes;
            case Node.Scalar(var at, var text) when text.isEmpty() -> List.of();
            case Node other -> {
                problems.add(other.at(), "'" + field + "' must be a list");
                yield List.of();
            }
        };
    }

    private String scalar(String field, Node node) {
        if (node instanceof Node.Scalar(var at, var text)) {
            return text;
        }
        problems.add(node.at(), "'" + field + "' must be a single value");
        return "";
    }
}
