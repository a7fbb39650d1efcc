package uk.sightline.district;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.sightline.platform.London;

/**
 * How large a district is and when it is told.
 *
 * @param at the moment from which everything is told: some work is due two hours later
 */
record Plan(long seed, Scale scale, Instant at) {

    LocalDate on() {
        return London.date(at);
    }

    long twins() {
        return scale.people() / scale.twice();
    }

    Population population(List<String> urns) {
        return Population.of(seed, scale.people() - twins(), on(), urns);
    }

    UUID person(long index) {
        return Dice.of(seed, "person id", index).id();
    }

    String reference(long index) {
        return References.of("P", seed, index);
    }

    UUID referral(long number) {
        return Dice.of(seed, "referral id", number).id();
    }

    UUID worker(long number) {
        return Dice.of(seed, "worker id", number).id();
    }
}
