package uk.sightline.reference;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The words of the pack that stand for values of the program's own vocabulary. */
final class Choices {

    private Choices() {}

    static <E> Optional<E> find(E[] values, Function<E, String> code, String text) {
        return Arrays.stream(values)
                .filter(value -> code.apply(value).equals(text))
                .findFirst();
    }

    static <E> String refusal(E[] values, Function<E, String> code, String text) {
        return "'%s' is not one of %s"
                .formatted(text, Arrays.stream(values).map(code).collect(joining(", ")));
    }
}
