package uk.sightline.clocks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.sightline.platform.London;
import uk.sightline.platform.RuleBroken;
import uk.sightline.reference.PracticePack;

/** The rules of the pack as measures: the rule of a clock is the one that held on the day it was started. */
@Service
public class Measures {

    private final PracticePack pack;
    private final Deadlines deadlines;

    Measures(PracticePack pack) {
        this.pack = pack;
        this.deadlines = new Deadlines(WorkingDays.of(pack));
    }

    /**
     * How a running clock reads.
     *
     * @param paused since when it stands still; null when it runs
     */
    public Reading read(String rule, Instant started, Instant due, @Nullable Instant paused, Instant now) {
        return of(rule, started).read(started, due, paused, now);
    }

    Measure of(String rule, Instant started) {
        var found = pack.clock(rule, London.date(started));
        return new Measure(found, Limit.of(found), deadlines);
    }

    /**
     * The code, if it may be given now.
     *
     * @throws RuleBroken when the pack does not offer it
     */
    String breachReason(String code, Instant now) {
        if (!pack.codes("breach-reason").isCurrent(code, London.date(now))) {
            throw new RuleBroken("breachReason", "Choose why it was late.");
        }
        return code;
    }

    /** Pack and version, kept with every clock. */
    String edition() {
        return pack.edition().name() + " " + pack.edition().version();
    }
}
