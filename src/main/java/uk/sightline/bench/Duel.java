package uk.sightline.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.NestedExceptionUtils;

/** What the product does and what it is held against, round by round in turn: each goes first every other time. */
final class Duel {

    private final List<? extends Pace.Step> clients;
    private final List<? extends Pace.Step> others;
    private final Pace product = new Pace();
    private final Pace bare = new Pace();

    Duel(List<? extends Pace.Step> clients, List<? extends Pace.Step> others) {
        this.clients = clients;
        this.others = others;
    }

    /** Both are cold at first: half of the time for each, which counts for nothing. */
    void warmUp(Duration both) throws InterruptedException {
        new Pace().round(clients, both.dividedBy(2));
        new Pace().round(others, both.dividedBy(2));
    }

    void rounds(int rounds, Duration each) throws InterruptedException {
        for (int i = 0; i < rounds; i++) {
            if (i % 2 == 0) {
                product.round(clients, each);
                bare.round(others, each);
            } else {
                bare.round(others, each);
                product.round(clients, each);
            }
        }
    }

    Pace product() {
        return product;
    }

    Pace bare() {
        return bare;
    }

    /** The product's rate to the other's. */
    String ratio() {
        double other = bare.perSecond();
        return String.format(Locale.UK, "%.2f", other == 0 ? 0 : product.perSecond() / other);
    }

    int errors() {
        return product.timings().errors() + bare.timings().errors();
    }

    /** What the first of each died of, in a line. */
    List<String> failures() {
        return Stream.of(product, bare)
                .map(Pace::failure)
                .filter(Objects::nonNull)
                .map(e -> "failed: " + NestedExceptionUtils.getMostSpecificCause(e))
                .map(text -> text.lines().findFirst().orElse(text))
                .toList();
    }
}
