package uk.sightline.access;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.NotAllowed;

/** Asks the policy, for the actor or for somebody that work is to be given to. Nothing is cached: revoking is immediate. */
@Service
@Transactional(propagation = Propagation.REQUIRED)
public class Access {

    private final GroundsQueries grounds;
    private final Audit audit;
    private final InstantSource time;

    Access(GroundsQueries grounds, Audit audit, InstantSource time) {
        this.grounds = grounds;
        this.audit = audit;
        this.time = time;
    }

    /** Decides for the actor. A record that does not exist is hidden, like one the actor may not know of. */
    public Decision decide(Action action, UUID record) {
        return decide(Actor.current().id(), action, record);
    }

    /** Decides for another account: may this work be given to them? */
    public Decision decide(UUID account, Action action, UUID record) {
        return grounds.facts(record)
                .map(facts -> AccessPolicy.decide(grounds.of(account, record), action, facts, time.instant()))
                .orElseGet(() -> new Decision.Hidden("There is no such record."));
    }

    /** Whether one of the actor's posts includes this, whatever the record. */
    public boolean may(Action action) {
        return AccessPolicy.decide(grounds.of(Actor.current().id()), action, time.instant())
                .allowed();
    }

    /** All that the actor's posts include. */
    public Set<Action> actions() {
        Grounds mine = grounds.of(Actor.current().id());
        return Arrays.stream(Action.values())
                .filter(action ->
                        AccessPolicy.decide(mine, action, time.instant()).allowed())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Goes on only if the actor may do this to the record; a denial is recorded for good.
     *
     * @return why they may
     * @throws NoSuchRecord when they may not know of it
     * @throws NotAllowed when they may know of it, but their post may not do this
     */
    public Decision.Allowed require(Action action, UUID record) {
        return switch (decide(action, record)) {
            case Decision.Allowed allowed -> allowed;
            case Decision.Refused refused -> {
                denied(action, record, refused.reason());
                throw new NotAllowed(refused.reason());
            }
            case Decision.Hidden hidden -> {
                denied(action, record, hidden.reason());
                throw new NoSuchRecord();
            }
        };
    }

    /**
     * Goes on only if one of the actor's posts includes this.
     *
     * @throws NotAllowed otherwise
     */
    public void require(Action action) {
        requireOneOf(Set.of(action));
    }

    /**
     * Goes on only if one of the actor's posts includes one of these; a denial is recorded for good.
     *
     * @throws NotAllowed otherwise
     */
    public void requireOneOf(Set<Action> needed) {
        if (Collections.disjoint(actions(), needed)) {
            String asked = needed.stream().map(Action::code).sorted().collect(Collectors.joining(" "));
            audit.recordForGood(Act.of("deny", asked));
            throw new NotAllowed("Your post does not include this.");
        }
    }

    /**
     * Every rule by which the actor sees a record, in words.
     *
     * @throws NoSuchRecord when they do not
     */
    public List<String> why(UUID record) {
        require(Action.VIEW, record);
        return grounds.facts(record)
                .map(facts -> AccessPolicy.reasons(grounds.of(Actor.current().id(), record), facts, time.instant()))
                .orElseThrow(NoSuchRecord::new);
    }

    /** The actor's emergency access to a record while it lasts, for the banner on its page. */
    public Optional<Glass> glass(UUID record) {
        return grounds.glass(record);
    }

    private void denied(Action action, UUID record, String rule) {
        audit.recordForGood(Act.on("deny", action.code(), record).detail(rule));
    }
}
