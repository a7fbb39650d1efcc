package uk.sightline.assessment;

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
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.people.People;
import uk.sightline.people.PersonCard;
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

    private static final String WHY = "assessment-why";
    private static final int LONGEST_WHY = 2_000;

    /** One beginning at a time for a person: two at once would begin two. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended(:person, 4))";

    private final AssessmentStore store;
    private final Beginnings beginnings;
    private final Access access;
    private final Records records;
    private final People people;
    private final Clocks clocks;
    private final PracticePack pack;
    private final Audit audit;
    private final JdbcClient sql;
    private final InstantSource time;

    Assessments(
            AssessmentStore store,
            Beginnings beginnings,
            Access access,
            Records records,
            People people,
            Clocks clocks,
            PracticePack pack,
            Audit audit,
            JdbcClient sql,
            InstantSource time) {
        this.store = store;
        this.beginnings = beginnings;
        this.access = access;
        this.records = records;
        this.people = people;
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
                .orElseGet(() -> beginnings.begin(person, chosen, why, lastDecided(earlier)));
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
        workDone(records, row);
        audit.record(Act.on("withdraw", row.kind(), id).because(why.strip()).detail(row.reference()));
    }

    /** Whoever saw it because they had work with it keeps sight for as long as the pack's tail. */
    static void workDone(Records records, AssessmentRow row) {
        records.workDone(row.id(), Set.of(Beginnings.ASSESSOR, Beginnings.TEAM), Set.of());
        records.workDone(row.personId(), Set.of(Beginnings.via(row.reference())), Set.of());
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
