package uk.sightline.clocks;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.NotAllowed;
import uk.sightline.platform.RuleBroken;

/** What somebody says about the clocks on their own list: I take it, I cannot, and why it was late. */
@Service
@Transactional
public class OwnWork {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2000;

    private final ClockRows rows;
    private final ClockStore store;
    private final Clocks clocks;
    private final Tellings tellings;
    private final Access access;
    private final Audit audit;
    private final InstantSource time;

    OwnWork(
            ClockRows rows,
            ClockStore store,
            Clocks clocks,
            Tellings tellings,
            Access access,
            Audit audit,
            InstantSource time) {
        this.rows = rows;
        this.store = store;
        this.clocks = clocks;
        this.tellings = tellings;
        this.access = access;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A clock that the actor may see.
     *
     * @throws NoSuchRecord otherwise
     */
    public Clock find(UUID clock) {
        return rows.find(clock).orElseThrow(NoSuchRecord::new);
    }

    /**
     * Takes on a record that was given to the actor.
     *
     * @throws NoSuchRecord when nothing about it is theirs
     */
    public void accept(UUID subject) {
        for (var clock : mine(subject)) {
            if (clock.acceptedAt() == null) {
                store.accept(clock.id(), time.instant());
                store.note(ClockEvent.of(clock, "accepted", null), time.instant());
            }
        }
        audit.record(Act.on("accept", mine(subject).getFirst().kind(), subject));
    }

    /**
     * Says why the actor cannot take on a record. It stays theirs, and its clocks run, until somebody who may assign
     * gives it to another; those are told at once.
     *
     * @throws NoSuchRecord when nothing about it is theirs
     */
    public void decline(UUID subject, String words) {
        var reason = checked("words", words, "Say why you cannot take it");
        var mine = mine(subject);
        for (var clock : mine) {
            store.decline(clock.id(), time.instant());
            store.note(ClockEvent.of(clock, "declined", reason), time.instant());
        }
        tellings.declined(mine.getFirst(), time.instant());
        audit.record(Act.on("decline", mine.getFirst().kind(), subject).because(reason));
    }

    /**
     * Says why a limit was missed: the owner, or whoever may assign the team's work.
     *
     * @param reasonCode code of {@code breach-reason}
     * @throws NoSuchRecord when the actor may not see the clock
     * @throws NotAllowed when it is somebody else's to say
     */
    public void explain(UUID clock, String reasonCode, String words) {
        var late = find(clock);
        if (!Actor.current().id().equals(late.owner())
                && !access.decide(Action.ASSIGN, late.subject()).allowed()
                && !access.decide(Action.DECIDE_REFERRAL, late.subject()).allowed()) {
            throw new NotAllowed("Whose work it is says why it was late.");
        }
        var reason = checked("words", words, "Say in a sentence what held it up");
        clocks.explain(late, reasonCode, reason);
        audit.record(Act.on("explain", late.kind(), late.subject())
                .because(reasonCode)
                .detail(late.rule()));
    }

    private List<Clock> mine(UUID subject) {
        var mine = rows.running(subject).stream()
                .filter(clock -> Actor.current().id().equals(clock.owner()))
                .toList();
        if (mine.isEmpty()) {
            throw new NoSuchRecord();
        }
        return mine;
    }

    private static String checked(String field, String words, String ask) {
        var text = words.strip();
        if (text.length() < SHORTEST) {
            throw new RuleBroken(field, ask + ", in 10 characters or more");
        }
        if (text.length() > LONGEST) {
            throw new RuleBroken(field, "Use 2,000 characters or fewer");
        }
        return text;
    }
}
