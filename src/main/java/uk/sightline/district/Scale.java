package uk.sightline.district;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How large a district is in every respect.
 *
 * @param people how many records of people it has, those recorded twice counted twice
 * @param referrals how many it has received in a year and a half
 * @param waiting how many of them came so lately that the front door still has them
 * @param open how many of them somebody still works on: those waiting, and those on the lists that they were passed to
 * @param acts how many entries its log has at least; 0: only what making records and handling referrals leaves
 * @param staff how many times the workers of the small district work here
 * @param twice one record in so many is a further record of somebody who has one already
 */
record Scale(long people, long referrals, long waiting, long open, long acts, int staff, int twice) {

    private static final int PEOPLE_FOR_A_REFERRAL = 10;
    private static final int MOST_WAITING = 45;
    private static final int SELDOM_TWICE = 160;

    /** Bytes, as measured with some room to spare: docs/benchmarks.md. */
    private static final long WHILE_LOADING = 2_500_000_000L;

    private static final long PERSON = 10_000;
    private static final long REFERRAL = 14_000;
    private static final long ACT = 520;

    private static final Map<String, Scale> NAMED = Map.of(
            "district", new Scale(500_000, 60_000, 400, 3_000, 5_000_000, 5, 40),
            "million", new Scale(1_000_000, 260_000, 4_000, 200_000, 10_000_000, 20, 40),
            "region", new Scale(2_500_000, 300_000, 2_000, 15_000, 25_000_000, 25, 40));

    /** What the names stand for, for the help. */
    static final String NAMES =
            "district (500,000 people), million (1,000,000, with 200,000 open items) or region (2,500,000)";

    /** The small district of the demonstration, of any size. */
    static Scale of(long people) {
        long referrals = Math.max(1, people / PEOPLE_FOR_A_REFERRAL);
        long waiting = Math.min(MOST_WAITING, referrals / 2);
        return new Scale(people, referrals, waiting, waiting, 0, 1, SELDOM_TWICE);
    }

    static Optional<Scale> named(String name) {
        return Optional.ofNullable(NAMED.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /**
     * What to say when the disk is too small.
     *
     * @param free bytes left on it; empty when nobody knows
     * @param used bytes that the database has taken already
     */
    Optional<String> tooLargeFor(OptionalLong free, long used) {
        long missing = bytes() - used;
        return free.isEmpty() || free.getAsLong() >= missing
                ? Optional.empty()
                : Optional.of(("A district of %,d people takes %s more on the disk of the database, which has %s left."
                                + " Make room, choose another folder with --data, or a smaller district.")
                        .formatted(people, gigabytes(missing), gigabytes(free.getAsLong())));
    }

    private static String gigabytes(long bytes) {
        return "%.1f GB".formatted(bytes / 1e9);
    }

    /** What the database takes of a disk at most while it is loaded, the write-ahead log and sorting included. */
    long bytes() {
        return WHILE_LOADING + people * PERSON + referrals * REFERRAL + Math.max(acts, people) * ACT;
    }
}
