package uk.sightline.district;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import uk.sightline.access.BulkAccounts.Worker;
import uk.sightline.audit.Audit.Act;
import uk.sightline.audit.BulkEntries.Past;

/**
 * What the log of a large district holds beside the making of records and the handling of referrals: a year and a half of
 * everyday looking things up, by those whose posts see many people. Told act by act from a worker and a number.
 */
record History(Town town) {

    private static final Duration LONG = Duration.ofDays(548);
    private static final Duration RECENT = Duration.ofHours(2);
    private static final int MINUTES_AT_DESK = 500;

    private static final Set<String> POSTS = Set.of(
            "front-door-worker",
            "front-door-manager",
            "adult-mash-practitioner",
            "adult-mash-manager",
            "hub-practitioner",
            "hub-team-manager",
            "statutory-social-worker",
            "police-missing-coordinator",
            "education-safeguarding-officer");

    /** How many acts there are, beside one for each record made. */
    static long size(Scale scale) {
        return Math.max(0, scale.acts() - scale.people());
    }

    List<Worker> workers() {
        return town.workers().with(POSTS);
    }

    /** The acts of a worker, in the order of time. */
    List<Past> of(Worker worker, long acts, long first, long last) {
        return LongStream.range(first, last)
                .mapToObj(number -> act(worker, acts, number))
                .toList();
    }

    private Past act(Worker worker, long acts, long number) {
        Dice dice = Dice.of(town.plan().seed() ^ worker.id().getLeastSignificantBits(), "history", number);
        int what = dice.below(100);
        if (what < 38) {
            return new Past(at(acts, number, dice), Act.on("view", "identity", anybody(dice)));
        }
        if (what < 70) {
            return new Past(at(acts, number, dice), Act.on("view", "referral", anyReferral(dice)));
        }
        if (what < 84) {
            return new Past(at(acts, number, dice), Act.of("list", "referral").detail("front door"));
        }
        return what < 96
                ? new Past(at(acts, number, dice), Act.of("search", "identity"))
                : new Past(at(acts, number, dice), Act.on("sign-in", "account", worker.id()));
    }

    private Instant at(long acts, long number, Dice dice) {
        Instant end = town.plan().at().minus(RECENT);
        long behind = (long) (LONG.toSeconds() * ((acts - number) / (double) acts));
        Instant at = town.time().after(end.minusSeconds(behind), dice.below(MINUTES_AT_DESK));
        return at.isBefore(end) ? at : end;
    }

    private java.util.UUID anybody(Dice dice) {
        return town.plan().person(dice.below((int) Math.min(town.population().size(), Integer.MAX_VALUE)));
    }

    private java.util.UUID anyReferral(Dice dice) {
        long had = town.plan().scale().referrals() - town.plan().scale().open();
        return town.plan().referral(dice.below((int) Math.max(1, had)));
    }
}
