package uk.sightline.assessment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.people.People;
import uk.sightline.people.PersonCard;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Tool;

/**
 * Begins assessments and withdraws them. A new one starts with what is known: the answers of the last one by the same tool,
 * and those of a referral that came after it.
 */
@Service
@Transactional
public class Assessments {

    /** Runs until an assessment that was begun is decided, sent to a manager or withdrawn. */
    static final String TO_FINISH = "C45";

    /** Codes of {@code route}: whose list assessments are on. */
    private static final String CHILDREN = "assessment";

    private static final String ADULTS = "adult-concern";

    private static final String WHY = "assessment-why";
    private static final int LONGEST_WHY = 2_000;

    /** One beginning at a time for a person: two at once would begin two. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended(:person, 4))";

    private final AssessmentStore store;
    private final AnswerStore answers;
    private final Referred referred;
    private final Access access;
    private final Records records;
    private final People people;
    private final Colleagues colleagues;
    private final Clocks clocks;
    private final PracticePack pack;
    private final Audit audit;
    private final JdbcClient sql;
    private final InstantSource time;

    Assessments(
            AssessmentStore store,
            AnswerStore answers,
            Referred referred,
            Access access,
            Records records,
            People people,
            Colleagues colleagues,
            Clocks clocks,
            PracticePack pack,
            Audit audit,
            JdbcClient sql,
            InstantSource time) {
        this.store = store;
        this.answers = answers;
        this.referred = referred;
        this.access = access;
        this.records = records;
        this.people = people;
        this.colleagues = colleagues;
        this.clocks = clocks;
        this.pack = pack;
        this.audit = audit;
        this.sql = sql;
        this.time = time;
    }

    /**
     * Begins one, or finds the one that is being answered already.
     *
     * @param tool key of a tool in use today
     * @param why code of {@code assessment-why}
     * @return the assessment's id
     */
    public UUID begin(UUID person, String tool, String why) {
        access.require(Action.ASSESS, person);
        people.requireOwn(person);
        Tool chosen = tools(person).stream()
                .filter(each -> each.key().equals(tool))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("tool", "Choose one of the assessments"));
        if (!pack.codes(WHY).isCurrent(why, today())) {
            throw new RuleBroken("why", "Say why you are assessing now");
        }
        sql.sql(ONE_AT_A_TIME)
                .param("person", person.toString())
                .query((row, n) -> 1)
                .single();
        List<AssessmentRow> earlier = store.ofPerson(person).stream()
                .filter(row -> row.tool().equals(tool))
                .toList();
        return earlier.stream()
                .filter(row -> row.state() == AssessmentState.DRAFT || row.state() == AssessmentState.WITH_MANAGER)
                .findFirst()
                .map(AssessmentRow::id)
                .orElseGet(() -> begin(person, chosen, why, lastDecided(earlier)));
    }

    /** The tools for somebody of that age; both when they may be either. */
    List<Tool> tools(UUID person) {
        PersonCard card = people.card(person).orElseThrow(NoSuchRecord::new);
        boolean child = card.born().mayBeChildOn(today());
        boolean adult = card.born().ageOn(today()).map(age -> age.most() >= 18).orElse(true);
        return pack.tools(today()).stream()
                .filter(tool -> tool.subject() == Tool.Subject.CHILD ? child : adult)
                .toList();
    }

    private static Optional<AssessmentRow> lastDecided(List<AssessmentRow> earlier) {
        return earlier.stream()
                .filter(row -> row.state() == AssessmentState.ACTIVE)
                .findFirst();
    }

    private UUID begin(UUID person, Tool tool, String why, Optional<AssessmentRow> last) {
        Instant now = time.instant();
        UUID me = Actor.current().id();
        UUID id = Ids.next();
        String reference = Ids.reference("A");
        UUID team = team(tool);
        String kind = tool.kind().code();
        String reason = "Assessment %s is on the list of your team.".formatted(reference);
        keep(person, id, tool);
        records.relate(me, id, "assessor", Set.of(kind), "You began this assessment.", null);
        records.relate(team, id, "team", Set.of(kind), reason, null);
        records.relate(team, person, "assessment:" + reference, Set.of(People.KIND), reason, null);
        store.add(new AssessmentRow(
                id,
                reference,
                person,
                tool.kind().code(),
                tool.key(),
                tool.version(),
                why,
                today(),
                0,
                AssessmentState.DRAFT,
                last.map(AssessmentRow::id).orElse(null),
                team,
                me,
                now,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0));
        last.ifPresent(row -> takeOver(row, id, tool));
        referred.takeOver(person, id, tool, last.map(AssessmentRow::decidedAt).orElse(null));
        clocks.start(TO_FINISH, id, tool.kind().code(), reference, team, me, now);
        audit.record(Act.on("add", tool.kind().code(), id).detail(tool.name() + " " + reference));
        return id;
    }

    /** Who countersigns it, and takes it up when whoever began it leaves. */
    private UUID team(Tool tool) {
        String route = tool.subject() == Tool.Subject.ADULT ? ADULTS : CHILDREN;
        return colleagues.team(pack.teamsReceiving(route).getFirst().key()).id();
    }

    private void keep(UUID person, UUID id, Tool tool) {
        LocalDate adult = people.card(person)
                .orElseThrow(NoSuchRecord::new)
                .born()
                .adultFrom()
                .orElse(null);
        records.keep(new RecordFacts(id, tool.kind().code(), adult, adult, Set.of(person)));
    }

    /** What is known already is not asked again; that it was taken over stays to be seen beside each answer. */
    private void takeOver(AssessmentRow from, UUID to, Tool tool) {
        answers.answers(from.id()).values().stream()
                .filter(answer -> answer.said().isKnown())
                .filter(answer -> tool.indicator(answer.indicator()).isPresent())
                .forEach(answer -> answers.answer(to, answer.typed(), from.reference()));
        answers.replies(from.id())
                .forEach(reply -> answers.reply(
                        to, reply.prompt(), reply.question(), reply.body(), reply.codes(), from.reference()));
    }

    /**
     * Ends one that is not to be finished.
     *
     * @throws RuleBroken without a reason
     */
    public void withdraw(UUID id, int version, @Nullable String why) {
        AssessmentRow row = hold(id, Action.ASSESS, version);
        row.state().step(AssessmentAction.WITHDRAW);
        if (why == null || why.isBlank() || why.length() > LONGEST_WHY) {
            throw new RuleBroken("why", "Say why, in up to 2,000 characters");
        }
        store.end(row, AssessmentState.WITHDRAWN, why.strip(), time.instant());
        clocks.stopForOthers(id, TO_FINISH, "The assessment was withdrawn.");
        audit.record(Act.on("withdraw", row.kind(), id).because(why.strip()).detail(row.reference()));
    }

    /** Holds one that the actor may see and do this to, as it was when the form was opened. */
    AssessmentRow hold(UUID id, Action action, int version) {
        AssessmentRow row = hold(id, action);
        StaleVersion.unlessOne(row.version() == version ? 1 : 0);
        return row;
    }

    AssessmentRow hold(UUID id, Action action) {
        access.require(action, id);
        return store.hold(id).orElseThrow(NoSuchRecord::new);
    }

    private LocalDate today() {
        return London.date(time.instant());
    }
}
