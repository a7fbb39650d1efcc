package uk.sightline.merges;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.people.People;
import uk.sightline.people.PersonMerging;
import uk.sightline.people.PersonSide;
import uk.sightline.people.SaidOutright;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/**
 * Merges two records of one person: proposed by one colleague, confirmed by another, undone at any later time. Every verb is
 * one transaction or joins the caller's.
 */
@Service
@Transactional
public class Merges {

    /** What a merge is called on lists. */
    static final String KIND = "merge";

    static final String TO_BE_CONFIRMED = "C43";

    private final MergeStore store;
    private final MergeQueries queries;
    private final MergeRules rules;
    private final PersonMerging merging;
    private final People people;
    private final Corrections corrections;
    private final Access access;
    private final Records records;
    private final Clocks clocks;
    private final Audit audit;
    private final InstantSource time;

    Merges(
            MergeStore store,
            MergeQueries queries,
            MergeRules rules,
            PersonMerging merging,
            People people,
            Corrections corrections,
            Access access,
            Records records,
            Clocks clocks,
            Audit audit,
            InstantSource time) {
        this.store = store;
        this.queries = queries;
        this.rules = rules;
        this.merging = merging;
        this.people = people;
        this.corrections = corrections;
        this.access = access;
        this.records = records;
        this.clocks = clocks;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Proposes that two records are of one person. What the kept record does not say is taken over from the other; the
     * proposal's page can change that, and which of the two is kept.
     *
     * @return the proposal's id; its page is {@code /merges/{id}}
     * @throws RuleBroken when a rule forbids it, or these two are proposed already
     */
    public UUID propose(UUID kept, UUID gone, String why) {
        return propose(kept, gone, why, unsaid(side(kept), side(gone)));
    }

    /** The proposal or the merge of these two that stands, whichever of them is kept. */
    @Transactional(readOnly = true)
    public Optional<UUID> open(UUID one, UUID other) {
        return queries.open(one, other);
    }

    UUID propose(UUID kept, UUID gone, String why, Collection<SaidOutright> taken) {
        rules.mayPropose(kept, gone);
        merging.hold(kept, gone);
        rules.check(kept, gone, why);
        if (queries.open(kept, gone).isPresent()) {
            throw new RuleBroken("These two are in a proposal that waits already. Look at that one first.");
        }
        UUID id = Ids.next();
        String reference = Ids.reference("J");
        keep(id, kept, gone);
        try {
            store.add(id, reference, kept, gone, why.strip(), taken);
        } catch (DuplicateKeyException waiting) {
            throw new RuleBroken("One of these records is in a proposal that waits already. Look at that one first.");
        }
        corrections
                .listOf(Actor.current().id())
                .ifPresent(team -> clocks.start(TO_BE_CONFIRMED, id, KIND, reference, team, null, time.instant()));
        both("propose-merge", kept, gone, why.strip(), reference);
        return id;
    }

    /** Changes a proposal that waits; only whoever made it may. */
    void amend(UUID id, int version, boolean swap, String why, Collection<SaidOutright> taken) {
        Merge merge = seen(id);
        UUID kept = swap ? merge.gone() : merge.kept();
        UUID gone = swap ? merge.kept() : merge.gone();
        rules.mayPropose(kept, gone);
        merge.requireProposed(version);
        rules.check(kept, gone, why);
        store.amend(id, version, kept, gone, why.strip(), taken);
        both("propose-merge", kept, gone, why.strip(), merge.reference());
    }

    /** Takes a proposal back, or says that these are two people. */
    void refuse(UUID id, int version, String note) {
        Merge merge = seen(id);
        merge.requireProposed(version);
        boolean own = merge.proposedBy().equals(Actor.current().id());
        if (!own) {
            access.require(Action.MERGE, merge.kept());
        }
        MergeRules.words("note", note);
        Merge.State state = own ? Merge.State.WITHDRAWN : Merge.State.REFUSED;
        store.decide(id, version, state, note.strip(), null);
        clocks.stopForOthers(id, TO_BE_CONFIRMED, state.label());
        both(own ? "withdraw-merge" : "refuse-merge", merge.kept(), merge.gone(), note.strip(), merge.reference());
    }

    /** Merges. What names the record that is given up names the other from here on. */
    void confirm(UUID id, int version, @Nullable String note) {
        Merge merge = seen(id);
        access.require(Action.MERGE, merge.kept());
        access.require(Action.MERGE, merge.gone());
        merge.requireProposed(version);
        merge.requireAnother(Actor.current().id());
        merging.hold(merge.kept(), merge.gone());
        rules.check(merge.kept(), merge.gone(), merge.why());
        String changed = merging.giveUp(merge.gone(), merge.kept(), merge.takenOver());
        store.decide(id, version, Merge.State.MERGED, note == null || note.isBlank() ? null : note.strip(), changed);
        clocks.stopForOthers(id, TO_BE_CONFIRMED, Merge.State.MERGED.label());
        corrections.tell(merge, Corrections.What.MERGED, time.instant());
        store.follow(merge);
        merging.settle(merge.kept());
        merging.settle(merge.gone());
        both("merge", merge.kept(), merge.gone(), merge.why(), merge.reference());
    }

    /**
     * Makes two records of one again. Takes one person: what is wrong is put right at once.
     *
     * @param others what was added since and is of the person whose record was given up
     */
    void undo(UUID id, int version, String why, Collection<Added.Place> others) {
        Merge merge = seen(id);
        access.require(Action.MERGE, merge.kept());
        if (!merge.isMerged() || merge.version() != version) {
            throw new StaleVersion();
        }
        MergeRules.words("why", why);
        Instant since = Objects.requireNonNull(merge.decidedAt());
        corrections.tell(merge, Corrections.What.UNDONE, since);
        merging.standAgain(merge.gone(), merge.kept(), String.valueOf(merge.changed()));
        store.undo(id, version, why.strip());
        store.sendBack(merge);
        others.forEach(place -> store.send(id, place));
        merging.settle(merge.kept());
        merging.settle(merge.gone());
        both("undo-merge", merge.kept(), merge.gone(), why.strip(), merge.reference());
    }

    /**
     * A merge as the actor may know of it.
     *
     * @throws NoSuchRecord when they may not, or it is not there
     */
    Merge seen(UUID id) {
        access.require(Action.VIEW, id);
        Merge merge = store.find(id).orElseThrow(NoSuchRecord::new);
        access.require(Action.VIEW, merge.kept());
        access.require(Action.VIEW, merge.gone());
        return merge;
    }

    /** What the one record does not say and the other does. */
    static Set<SaidOutright> unsaid(PersonSide kept, PersonSide gone) {
        Set<SaidOutright> unsaid = EnumSet.noneOf(SaidOutright.class);
        for (SaidOutright each : SaidOutright.values()) {
            if (!kept.says(each) && gone.says(each)) {
                unsaid.add(each);
            }
        }
        return unsaid;
    }

    PersonSide side(UUID person) {
        return people.side(person).orElseThrow(NoSuchRecord::new);
    }

    /**
     * A merge is a matter of who somebody is, so a record of that kind, about both. Whoever may not know of one of the two
     * does not learn of it: it concerns whom both concern.
     */
    private void keep(UUID id, UUID kept, UUID gone) {
        List<LocalDate> adult = people.cards(List.of(kept, gone)).stream()
                .flatMap(card -> card.born().adultFrom().stream())
                .sorted()
                .toList();
        LocalDate childUntil = adult.isEmpty() ? null : adult.getFirst();
        LocalDate adultFrom = adult.isEmpty() ? null : adult.getLast();
        records.keep(new RecordFacts(id, People.KIND, childUntil, adultFrom, Set.of(kept, gone)));
    }

    private void both(String action, UUID kept, UUID gone, String why, String reference) {
        audit.record(Act.on(action, People.KIND, kept).because(why).detail(reference));
        audit.record(Act.on(action, People.KIND, gone).because(why).detail(reference));
    }
}
