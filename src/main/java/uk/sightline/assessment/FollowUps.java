package uk.sightline.assessment;

import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.platform.Actor;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;
import uk.sightline.reference.PracticePack;

/** What a level proposes is decided about one by one, with a reason either way; when all is decided, its clock stops. */
@Service
@Transactional
public class FollowUps {

    private static final int LONGEST = 2_000;
    private static final Set<String> DECISIONS = Set.of("done", "not-needed");

    private final Assessments assessments;
    private final FollowUpStore store;
    private final Clocks clocks;
    private final PracticePack pack;
    private final Audit audit;
    private final InstantSource time;

    FollowUps(
            Assessments assessments,
            FollowUpStore store,
            Clocks clocks,
            PracticePack pack,
            Audit audit,
            InstantSource time) {
        this.assessments = assessments;
        this.store = store;
        this.clocks = clocks;
        this.pack = pack;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Decides about one.
     *
     * @param decision {@code done} or {@code not-needed}
     * @param note what was done, or why it is not needed
     */
    void decide(UUID assessment, UUID id, int version, String decision, String note) {
        AssessmentRow row = assessments.hold(assessment, Action.ASSESS);
        row.state().step(AssessmentAction.FOLLOW_UP);
        FollowUp followUp = store.hold(id)
                .filter(each -> each.assessmentId().equals(assessment))
                .orElseThrow(NoSuchRecord::new);
        StaleVersion.unlessOne(followUp.version() == version ? 1 : 0);
        if (!DECISIONS.contains(decision)) {
            throw new RuleBroken("decision", "Say whether it is done or not needed");
        }
        if (note.isBlank() || note.length() > LONGEST) {
            throw new RuleBroken("note", "Say what was done or why it is not needed, in up to 2,000 characters");
        }
        store.decide(followUp, decision, note.strip(), Actor.current().id(), time.instant());
        audit.record(Act.on("decide", row.kind(), assessment)
                .detail("%s %s %s".formatted(row.reference(), followUp.action(), decision))
                .because(note.strip()));
        boolean allDecided = store.of(assessment).stream().noneMatch(FollowUp::isOpen);
        if (allDecided && row.decided() != null) {
            pack.codes(pack.tool(row.tool(), row.toolVersion()).levels())
                    .find(row.decided())
                    .map(code -> code.fact("clock"))
                    .ifPresent(rule -> clocks.stop(assessment, rule, "Everything it proposes is decided."));
        }
    }
}
