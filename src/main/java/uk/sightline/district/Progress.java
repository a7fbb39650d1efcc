package uk.sightline.district;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far a loading is and how long it may still take: by what each kind of row was measured to cost beside the
 * others, and by how fast this machine has been so far. A line every few seconds, and one at the end of each step.
 */
final class Progress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private static final int ACTS_OF_A_REFERRAL = 8;

    /** So little is said of the rest before so much is done. */
    private static final double TOO_EARLY = 0.02;

    /** What is loaded one after the other; the figures are microseconds of a step on two cores. */
    enum Step {
        PEOPLE("People", 190),
        INDEXES("Search keys and indexes of people", 95),
        REFERRALS("Referrals", 1_300),
        ACTS("Entries of the log", 5),
        LOG_INDEXES("Indexes of the log", 2.5),
        SEALING("Sealed entries of the log", 10);

        private final String label;
        private final double cost;

        Step(String label, double cost) {
            this.label = label;
            this.cost = cost;
        }
    }

    private final Scale scale;
    private final InstantSource time;
    private final Consumer<String> lines;
    private final Instant begun;
    private final double all;
    private double costDone;
    private double costHere;
    private Step step = Step.PEOPLE;
    private long done;
    private @Nullable Instant told;

    Progress(Scale scale, InstantSource time, Consumer<String> lines) {
        this.scale = scale;
        this.time = time;
        this.lines = lines;
        this.begun = time.instant();
        double sum = 0;
        for (Step each : Step.values()) {
            sum += size(each) * each.cost;
        }
        this.all = sum;
    }

    synchronized void say(String line) {
        lines.accept(line);
    }

    /** Begins a step. */
    synchronized void begin(Step next) {
        step = next;
        done = 0;
        told = null;
    }

    /**
     * So many more of the running step are done.
     *
     * @param here whether they were done just now, and not in a loading that was cut off
     */
    synchronized void add(long more, boolean here) {
        long counted = Math.min(size(step) - done, more);
        if (counted == 0) {
            return;
        }
        done += counted;
        costDone += counted * step.cost;
        costHere += here ? counted * step.cost : 0;
        Instant now = time.instant();
        if (done == size(step) || told == null || !now.isBefore(told.plus(BETWEEN_LINES))) {
            told = now;
            lines.accept("%s %,d of %,d%s".formatted(step.label, done, size(step), left(now)));
        }
    }

    /** Everything of the running step is done. */
    void addAll(boolean here) {
        add(size(step), here);
    }

    private long size(Step which) {
        return switch (which) {
            case PEOPLE, INDEXES -> scale.people();
            case REFERRALS -> scale.referrals();
            case ACTS -> History.size(scale);
            case LOG_INDEXES, SEALING -> scale.people() + History.size(scale) + scale.referrals() * ACTS_OF_A_REFERRAL;
        };
    }

    private String left(Instant now) {
        double share = costHere / all;
        if (share < TOO_EARLY) {
            return "";
        }
        double nanos = Duration.between(begun, now).toNanos() / costHere * Math.max(0, all - costDone);
        long seconds = Math.round(nanos / 1e9);
        if (seconds < 10) {
            return "";
        }
        return seconds < 90
                ? ", about %d seconds left".formatted(seconds / 10 * 10)
                : ", about %d minutes left".formatted(Math.round(seconds / 60.0));
    }
}
