package uk.sightline.assessment;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.sightline.access.Colleagues;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.people.People;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Tool;

/** Makes a new assessment with its sight, its clock and what is known already. */
@Component
class Beginnings {

    static final String ASSESSOR = "assessor";
    static final String TEAM = "team";

    /** Codes of {@code route}: whose list assessments are on. */
    private static final String CHILDREN = "assessment";

    private static final String ADULTS = "adult-concern";

    private final AssessmentStore store;
    private final AnswerStore answers;
    private final Referred referred;
    private final People people;
    private final Records records;
    private final Colleagues colleagues;
    private final Clocks clocks;
    private final PracticePack pack;
    private final Audit audit;
    private final InstantSource time;

    Beginnings(
            AssessmentStore store,
            AnswerStore answers,
            Referred referred,
            People people,
            Records records,
            Colleagues colleagues,
            Clocks clocks,
            PracticePack pack,
            Audit audit,
            InstantSource time) {
        this.store = store;
        this.answers = answers;
        this.referred = referred;
        this.people = people;
        this.records = records;
        this.colleagues = colleagues;
        this.clocks = clocks;
        this.pack = pack;
        this.audit = audit;
        this.time = time;
    }

    /** How the team knows whom an assessment is about: sight, so that the person's page does not tell of the assessment. */
    static String via(String reference) {
        return Records.SIGHT + "assessment:" + reference;
    }

    /** @param last the decided one whose answers it begins with */
    UUID begin(UUID person, Tool tool, String why, Optional<AssessmentRow> last) {
        AssessmentRow row = AssessmentRow.begun(
                Ids.reference("A"),
                person,
                tool,
                why,
                London.date(time.instant()),
                last.map(AssessmentRow::id).orElse(null),
                team(tool),
                Actor.current().id(),
                time.instant());
        open(row);
        store.add(row);
        last.ifPresent(earlier -> takeOver(earlier, row.id(), tool));
        referred.takeOver(
                person, row.id(), tool, last.map(AssessmentRow::decidedAt).orElse(null));
        clocks.start(
                Assessments.TO_FINISH,
                row.id(),
                row.kind(),
                row.reference(),
                row.team(),
                row.startedBy(),
                row.startedAt());
        audit.record(Act.on("add", row.kind(), row.id()).detail(tool.name() + " " + row.reference()));
        return row.id();
    }

    /** Puts it under the policy, opens it to whoever begins it and to the team that takes it from there. */
    private void open(AssessmentRow row) {
        LocalDate adult = people.card(row.personId())
                .orElseThrow(NoSuchRecord::new)
                .born()
                .adultFrom()
                .orElse(null);
        records.keep(new RecordFacts(row.id(), row.kind(), adult, adult, Set.of(row.personId())));
        Set<String> only = Set.of(row.kind());
        String reason = "Assessment %s is on the list of your team.".formatted(row.reference());
        records.relate(row.startedBy(), row.id(), ASSESSOR, only, "You began this assessment.", null);
        records.relate(row.team(), row.id(), TEAM, only, reason, null);
        records.relate(row.team(), row.personId(), via(row.reference()), Set.of(People.KIND), reason, null);
    }

    /** Who countersigns it, and takes it up when whoever began it leaves. */
    private UUID team(Tool tool) {
        String route = tool.subject() == Tool.Subject.ADULT ? ADULTS : CHILDREN;
        return colleagues.team(pack.teamsReceiving(route).getFirst().key()).id();
    }

    /** What is known already is not asked again; that it was taken over stays to be seen beside each answer. */
    private void takeOver(AssessmentRow from, UUID to, Tool tool) {
        answers.answers(from.id()).values().stream()
                .filter(answer -> answer.said().isKnown() && fits(tool, answer))
                .forEach(answer -> answers.answer(to, answer.typed(), from.reference()));
        answers.replies(from.id())
                .forEach(reply -> answers.reply(
                        to, reply.prompt(), reply.question(), reply.body(), reply.codes(), from.reference()));
    }

    /** Whether a later version of the tool still asks it, and can be answered so. */
    private static boolean fits(Tool tool, Answered answer) {
        boolean asked = tool.indicator(answer.indicator()).isPresent();
        String judged = answer.judged();
        boolean answerable = tool.scale() == Tool.Scale.CERTAINTY
                ? judged == null
                : tool.classes().stream().anyMatch(each -> each.key().equals(judged));
        return asked && answerable;
    }
}
