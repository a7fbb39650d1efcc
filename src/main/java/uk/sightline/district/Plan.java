package uk.sightline.district;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.sightline.platform.London;

/**
 * How large a district is and when it is told.
 *
 * @param people how many records of people it has, those recorded twice counted twice
 * @param at the moment from which everything is told: some work is due two hours later
 */
record Plan(long seed, long people, Instant at) {

    /** One record in so many is a second record of somebody who has one already. */
    private static final int TWICE = 160;

    private static final int PEOPLE_FOR_A_REFERRAL = 10;
    private static final int MOST_WAITING = 45;

    LocalDate on() {
        return London.date(at);
    }

    long twins() {
        return people / TWICE;
    }

    Population population(List<String> urns) {
        return Population.of(seed, people - twins(), on(), urns);
    }

    long referrals() {
        return Math.max(1, people / PEOPLE_FOR_A_REFERRAL);
    }

    /** How many of the referrals came so lately that the front door still has them. */
    long waiting() {
        return Math.min(MOST_WAITING, referrals() / 2);
    }

    UUID person(long index) {
        return Dice.of(seed, "person id", index).id();
    }

    UUID worker(long number) {
        return Dice.of(seed, "worker id", number).id();
    }
}
