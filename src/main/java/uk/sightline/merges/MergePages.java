package uk.sightline.merges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.people.PersonPages;
import uk.sightline.people.PersonSide;
import uk.sightline.people.SaidOutright;
import uk.sightline.people.SideBySide;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

/** Puts the pages about merges together; each look at the two people is recorded. */
@Component
@Transactional
class MergePages {

    private final Merges merges;
    private final MergeQueries queries;
    private final PersonPages people;
    private final ReferencedPeople references;
    private final Access access;
    private final Audit audit;

    MergePages(
            Merges merges,
            MergeQueries queries,
            PersonPages people,
            ReferencedPeople references,
            Access access,
            Audit audit) {
        this.merges = merges;
        this.queries = queries;
        this.people = people;
        this.references = references;
        this.access = access;
        this.audit = audit;
    }

    MergesPage list() {
        audit.record(Act.of("list", Merges.KIND));
        return new MergesPage(queries.list(true), queries.list(false), access.may(Action.MERGE));
    }

    /** The form that names the other record. */
    NewMergePage chooseOther(UUID person, String typed, FieldErrors errors) {
        access.require(Action.VIEW, person);
        return new NewMergePage(merges.side(person), typed, errors);
    }

    /**
     * The record that somebody means by a reference.
     *
     * @throws RuleBroken when there is none that the actor may know of, or it is the same one
     */
    UUID other(UUID person, String typed) {
        UUID other = references
                .find(typed.strip().toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new RuleBroken("with", "There is no record with this reference that you can see."));
        if (other.equals(person)) {
            throw new RuleBroken("with", "This is the same record. Give the reference of the other one.");
        }
        return other;
    }

    /** Both records side by side, and the form of the proposal. */
    ProposalPage proposal(UUID kept, UUID gone, @Nullable Typed typed, FieldErrors errors) {
        PersonSide one = seen(kept);
        PersonSide other = seen(gone);
        Set<SaidOutright> taken = typed == null ? Merges.unsaid(one, other) : typed.taken();
        return new ProposalPage(
                looked(kept, gone), null, 0, typed == null ? "" : typed.why(), offers(one, other), taken, errors);
    }

    /** The same for a proposal that is being changed. */
    ProposalPage amending(UUID id, boolean swapped, @Nullable Typed typed, FieldErrors errors) {
        Merge merge = merges.seen(id);
        UUID kept = swapped ? merge.gone() : merge.kept();
        UUID gone = swapped ? merge.kept() : merge.gone();
        PersonSide one = seen(kept);
        PersonSide other = seen(gone);
        Set<SaidOutright> taken =
                typed != null ? typed.taken() : swapped ? Merges.unsaid(one, other) : Set.copyOf(merge.takenOver());
        return new ProposalPage(
                looked(kept, gone),
                id,
                merge.version(),
                typed == null ? merge.why() : typed.why(),
                offers(one, other),
                taken,
                errors);
    }

    MergePage merge(UUID id, FieldErrors errors, String note) {
        Merge merge = merges.seen(id);
        Function<UUID, String> names = queries.names();
        boolean own = merge.proposedBy().equals(Actor.current().id());
        return new MergePage(
                merge,
                looked(merge.kept(), merge.gone()),
                names.apply(merge.proposedBy()),
                merge.decidedBy() == null ? null : names.apply(merge.decidedBy()),
                merge.undoneBy() == null ? null : names.apply(merge.undoneBy()),
                queries.followed(id),
                queries.told(id),
                own,
                access.may(Action.MERGE),
                note,
                errors);
    }

    UndoPage undoing(UUID id, String why, Set<String> others, FieldErrors errors) {
        Merge merge = merges.seen(id);
        if (!merge.isMerged()) {
            throw new NoSuchRecord();
        }
        PersonSide kept = seen(merge.kept());
        List<Added> added = queries.added(id).stream()
                .map(each -> each.inWords(kept.facts()))
                .toList();
        return new UndoPage(merge, kept, seen(merge.gone()), added, why, others, errors);
    }

    /** The correction for whoever was told; for others who see the merge, it stands there. */
    CorrectionPage correction(UUID id) {
        access.require(Action.VIEW, id);
        MergeQueries.Told told = queries.correction(id).orElseThrow(NoSuchRecord::new);
        MergeQueries.Corrected corrected = queries.corrected(id).orElseThrow(NoSuchRecord::new);
        audit.viewed(Corrections.KIND, id);
        return new CorrectionPage(told, corrected, queries.whatWasCorrected(id), access.may(Action.CREATE_PERSON));
    }

    /** Both, each look recorded. */
    private SideBySide looked(UUID one, UUID other) {
        access.require(Action.VIEW, one);
        access.require(Action.VIEW, other);
        return SideBySide.of(people.of(one), people.of(other));
    }

    private PersonSide seen(UUID person) {
        access.require(Action.VIEW, person);
        return merges.side(person);
    }

    /** What the kept record could take over: what the other says and it says otherwise, or not at all. */
    private static List<Offer> offers(PersonSide kept, PersonSide gone) {
        return Arrays.stream(SaidOutright.values())
                .filter(gone::says)
                .map(each -> new Offer(each, gone.said(each.label()), kept.said(each.label())))
                .filter(offer -> !offer.theirs().equals(offer.ours()))
                .toList();
    }

    /** What somebody typed into the form of a proposal. */
    record Typed(String why, Set<SaidOutright> taken) {}

    /** What can be taken over, and what the kept record says now. */
    record Offer(SaidOutright what, String theirs, String ours) {}

    /** The list. */
    record MergesPage(List<MergeQueries.Entry> open, List<MergeQueries.Entry> done, boolean mayConfirm) {}

    record NewMergePage(PersonSide person, String typed, FieldErrors errors) {}

    /**
     * A proposal that is being written.
     *
     * @param id of the proposal that is being changed, or null
     */
    record ProposalPage(
            SideBySide sides,
            @Nullable UUID id,
            int version,
            String why,
            List<Offer> offers,
            Set<SaidOutright> taken,
            FieldErrors errors) {}

    record MergePage(
            Merge merge,
            SideBySide sides,
            String proposedBy,
            @Nullable String decidedBy,
            @Nullable String undoneBy,
            List<MergeQueries.Followed> followed,
            List<MergeQueries.Told> told,
            boolean own,
            boolean mayConfirm,
            String note,
            FieldErrors errors) {

        /** Who proposed, decided and undid it, when and why. */
        List<SummaryRow> history() {
            List<SummaryRow> rows = new ArrayList<>();
            rows.add(SummaryRow.of("Now", merge.state().label()));
            rows.add(SummaryRow.of(
                    "Proposed", proposedBy + ", " + London.dayAndTime(merge.proposedAt()) + ": " + merge.why()));
            if (merge.decidedAt() != null) {
                String note = merge.note() == null ? "" : ": " + merge.note();
                rows.add(SummaryRow.of("Decided", decidedBy + ", " + London.dayAndTime(merge.decidedAt()) + note));
            }
            if (merge.undoneAt() != null) {
                rows.add(SummaryRow.of(
                        "Undone", undoneBy + ", " + London.dayAndTime(merge.undoneAt()) + ": " + merge.undoneWhy()));
            }
            return rows;
        }
    }

    record UndoPage(
            Merge merge,
            PersonSide kept,
            PersonSide gone,
            List<Added> added,
            String why,
            Set<String> others,
            FieldErrors errors) {}

    record CorrectionPage(
            MergeQueries.Told told,
            MergeQueries.Corrected corrected,
            List<MergeQueries.Followed> followed,
            boolean mayOpen) {}
}
