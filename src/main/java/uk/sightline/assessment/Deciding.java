package uk.sightline.assessment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.platform.Actor;
import uk.sightline.platform.RuleBroken;
import uk.sightline.reference.PracticePack;

/**
 * Takes an assessment to a decided level (PRACTICE §2.3). The rule proposes, a named person decides, both are kept. A level
 * below the calculated one, or below the one decided before, counts only when a manager who did not decide it countersigns.
 */
@Service
@Transactional
public class Deciding {

    /** Runs while a level waits for a manager. */
    static final String TO_COUNTERSIGN = "C46";

    private static final int LONGEST = 10_000;

    private final Assessments assessments;
    private final AssessmentStore store;
    private final FollowUpStore followUpStore;
    private final Sheets sheets;
    private final InForce inForce;
    private final Access access;
    private final Clocks clocks;
    private final PracticePack pack;
    private final Audit audit;
    private final InstantSource time;

    Deciding(
            Assessments assessments,
            AssessmentStore store,
            FollowUpStore followUpStore,
            Sheets sheets,
            InForce inForce,
            Access access,
            Clocks clocks,
            PracticePack pack,
            Audit audit,
            InstantSource time) {
        this.assessments = assessments;
        this.store = store;
        this.followUpStore = followUpStore;
        this.sheets = sheets;
        this.inForce = inForce;
        this.access = access;
        this.clocks = clocks;
        this.pack = pack;
        this.audit = audit;
        this.time = time;
    }

    /** The one that is in force for the same person by the same tool. */
    @Transactional(readOnly = true)
    Optional<AssessmentRow> last(AssessmentRow row) {
        return store.ofPerson(row.personId()).stream()
                .filter(each -> each.tool().equals(row.tool()) && each.state() == AssessmentState.ACTIVE)
                .filter(each -> !each.id().equals(row.id()))
                .findFirst();
    }

    /** What still stands in the way of a decision, in words. */
    static List<String> missing(Sheet sheet) {
        List<String> domains = sheet.unanalysed().stream()
                .map(domain -> "Say what you make of \"%s\", which is rated high.".formatted(domain.label()))
                .toList();
        List<String> prompts = sheet.tool().prompts().stream()
                .filter(prompt -> !sheet.open(prompt).isEmpty())
                .map(prompt -> "Answer \"%s\": %d questions are open."
                        .formatted(prompt.label(), sheet.open(prompt).size()))
                .toList();
        return Stream.concat(domains.stream(), prompts.stream()).toList();
    }

    /**
     * Decides, or proposes to a manager what is lower.
     *
     * @return where it stands now
     * @throws RuleBroken while something that must be answered is open
     */
    AssessmentState decide(UUID id, DecideForm form) {
        AssessmentRow row = assessments.hold(id, Action.ASSESS, form.version());
        Sheet sheet = sheets.of(row);
        List<String> missing = missing(sheet);
        if (!missing.isEmpty()) {
            throw new RuleBroken("main-content", String.join(" ", missing));
        }
        boolean lower =
                form.isLower(sheet, last(row).map(AssessmentRow::decided).orElse(null));
        AssessmentState to = row.state().step(lower ? AssessmentAction.SEND : AssessmentAction.DECIDE);
        Decided decided = decided(sheet, form);
        Instant now = time.instant();
        store.decide(row, to, decided, now);
        followUpStore.strands(
                id,
                InForce.calculated(sheet),
                decided.strands(),
                sheet.levels().all().getFirst().code());
        clocks.stopForOthers(id, Assessments.TO_FINISH, "Level decided: " + decided.level());
        audit.record(Act.on("decide", row.kind(), id)
                .detail("%s calculated %s decided %s"
                        .formatted(row.reference(), sheet.weighing().level(), decided.level()))
                .because(form.why()));
        if (to == AssessmentState.WITH_MANAGER) {
            clocks.start(TO_COUNTERSIGN, id, row.kind(), row.reference(), row.team(), null, now);
        } else {
            inForce.begin(sheet, decided, null);
        }
        return to;
    }

    private Decided decided(Sheet sheet, DecideForm form) {
        String level = form.level(sheet.levels());
        boolean differs = !level.equals(sheet.weighing().level());
        return new Decided(
                sheet.weighing(),
                level,
                form.levels(),
                form.why(),
                differs ? form.variance() : null,
                Actor.current().id(),
                pack.edition().name() + " " + pack.edition().version());
    }

    /**
     * A manager puts their name to a lower level.
     *
     * @throws RuleBroken when it is their own
     */
    void countersign(UUID id, int version, String note) {
        AssessmentRow row = heldByManager(id, version);
        row.state().step(AssessmentAction.COUNTERSIGN);
        Sheet sheet = sheets.of(row);
        store.countersign(row, Actor.current().id(), said(note), time.instant());
        clocks.stopForOthers(id, TO_COUNTERSIGN, "Countersigned.");
        audit.record(Act.on("countersign", row.kind(), id)
                .detail(row.reference() + " " + row.decided())
                .because(note.strip()));
        Map<String, String> strands = followUpStore.strands(id).stream()
                .collect(Collectors.toMap(FollowUpStore.StrandLevel::strand, FollowUpStore.StrandLevel::decided));
        inForce.begin(
                sheet,
                new Decided(
                        sheet.weighing(),
                        Objects.requireNonNull(row.decided()),
                        strands,
                        Objects.requireNonNull(row.decidedWhy()),
                        row.variance(),
                        Objects.requireNonNull(row.decidedBy()),
                        ""),
                Actor.current().id());
    }

    /** A manager does not agree: it goes back to whoever began it, with the reason. */
    void giveBack(UUID id, int version, String why) {
        AssessmentRow row = heldByManager(id, version);
        row.state().step(AssessmentAction.GIVE_BACK);
        store.giveBack(row, said(why));
        clocks.stopForOthers(id, TO_COUNTERSIGN, "Given back.");
        boolean stillHere = access.decide(row.startedBy(), Action.VIEW, id).allowed();
        UUID owner = stillHere ? row.startedBy() : null;
        clocks.start(Assessments.TO_FINISH, id, row.kind(), row.reference(), row.team(), owner, time.instant());
        audit.record(Act.on("give-back", row.kind(), id).detail(row.reference()).because(why.strip()));
    }

    private AssessmentRow heldByManager(UUID id, int version) {
        AssessmentRow row = assessments.hold(id, Action.DECIDE_LEVEL, version);
        if (Actor.current().id().equals(row.decidedBy())) {
            throw new RuleBroken("note", "Somebody else countersigns what you decided.");
        }
        return row;
    }

    private static String said(@Nullable String note) {
        if (note == null || note.isBlank() || note.length() > LONGEST) {
            throw new RuleBroken("note", "Say why, in up to 10,000 characters");
        }
        return note.strip();
    }
}
