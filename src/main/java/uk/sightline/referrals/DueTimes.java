package uk.sightline.referrals;

import java.time.Instant;
import org.springframework.stereotype.Component;
import uk.sightline.clocks.Deadlines;
import uk.sightline.clocks.Limit;
import uk.sightline.clocks.Rag;
import uk.sightline.clocks.WorkingDays;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/** When something is due by a rule of the pack, for those who are told so and may not read the clock itself. */
@Component
class DueTimes {

    private final PracticePack pack;
    private final Deadlines deadlines;

    DueTimes(PracticePack pack) {
        this.pack = pack;
        deadlines = new Deadlines(WorkingDays.of(pack));
    }

    Instant of(String rule, Instant start) {
        return deadlines.due(start, limit(rule, start));
    }

    /** What is left, such as "2 h 10 min left". */
    String words(String rule, Instant start, Instant due, Instant now) {
        return deadlines.words(now, due, limit(rule, start));
    }

    Rag rag(String rule, Instant start, Instant due, Instant now) {
        return deadlines.rag(start, due, now, limit(rule, start));
    }

    private Limit limit(String rule, Instant start) {
        return Limit.of(pack.clock(rule, London.date(start)));
    }
}
