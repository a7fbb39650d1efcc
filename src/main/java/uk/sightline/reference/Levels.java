package uk.sightline.reference;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The levels of a tool, ordered by their codes' fact {@code order}. */
public final class Levels {

    private static final String ORDER = "order";

    private final CodeSet set;

    public Levels(CodeSet set) {
        this.set = set;
    }

    /** How high a level is; −1 for one that is not among them. */
    public int of(String level) {
        return set.find(level)
                .map(code -> code.fact(ORDER))
                .filter(order -> order.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .orElse(-1);
    }

    public String label(String level) {
        return set.label(level);
    }

    public boolean isKnown(String level) {
        return of(level) >= 0;
    }

    /** The higher of two. */
    public String higher(String one, String other) {
        return of(one) >= of(other) ? one : other;
    }

    /** All of them, lowest first. */
    public List<Code> all() {
        return set.codes().stream()
                .sorted(Comparator.comparingInt(code -> of(code.code())))
                .toList();
    }

    List<String> problems() {
        List<Integer> orders =
                set.codes().stream().map(code -> of(code.code())).sorted().toList();
        boolean sound = IntStream.range(0, orders.size()).allMatch(i -> orders.get(i) == i);
        return sound
                ? List.of()
                : List.of("the codes of '%s' need the fact 'order': 0, 1, 2 … each once".formatted(set.key()));
    }
}
