package uk.sightline.assessment;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.assessment.OfPersonPage.Line;
import uk.sightline.audit.Audit;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.RadioItem;
import uk.sightline.govuk.TaskItem;
import uk.sightline.govuk.TaskStatus;
import uk.sightline.people.People;
import uk.sightline.people.PersonCard;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Prompt;
import uk.sightline.reference.ToolDomain;

/** Puts together the list of somebody's assessments and the front page of one; each look is recorded. */
@Component
@Transactional
class AssessmentPages {

    private final AssessmentStore store;
    private final Outcomes outcomes;
    private final Assessments assessments;
    private final Sheets sheets;
    private final Results results;
    private final People people;
    private final Access access;
    private final Audit audit;
    private final PracticePack pack;
    private final InstantSource time;

    AssessmentPages(
            AssessmentStore store,
            Outcomes outcomes,
            Assessments assessments,
            Sheets sheets,
            Results results,
            People people,
            Access access,
            Audit audit,
            PracticePack pack,
            InstantSource time) {
        this.store = store;
        this.outcomes = outcomes;
        this.assessments = assessments;
        this.sheets = sheets;
        this.results = results;
        this.people = people;
        this.access = access;
        this.audit = audit;
        this.pack = pack;
        this.time = time;
    }

    OfPersonPage ofPerson(UUID person, String tool, String why, FieldErrors errors) {
        PersonCard card = people.card(person).orElseThrow(NoSuchRecord::new);
        audit.viewed(People.KIND, person);
        return new OfPersonPage(
                person,
                card.name(),
                store.ofPerson(person).stream().map(this::line).toList(),
                assessments.tools(person).stream()
                        .map(each -> RadioItem.of(each.key(), each.label())
                                .hint(each.name() + ". " + each.standing().label() + "."))
                        .toList(),
                pack.codes("assessment-why").current(today()).stream()
                        .map(code -> RadioItem.of(code.code(), code.label()))
                        .toList(),
                access.decide(Action.ASSESS, person).allowed(),
                errors,
                tool,
                why);
    }

    private Line line(AssessmentRow row) {
        String level = row.decided() == null
                ? "Not decided"
                : pack.codes(pack.tool(row.tool(), row.toolVersion()).levels()).label(row.decided());
        return new Line(
                row.reference(),
                "/assessments/" + row.id(),
                pack.tool(row.tool(), row.toolVersion()).label(),
                London.shortDay(row.aboutOn()),
                row.state().label(),
                level,
                name(row.decidedBy() == null ? row.startedBy() : row.decidedBy()));
    }

    /** @throws NoSuchRecord when there is none that the actor may know of */
    SheetPage sheet(UUID id, boolean interview, @Nullable String problem) {
        Sheet sheet = look(id);
        Frame frame = frame(sheet, interview);
        boolean may = access.decide(Action.DECIDE_LEVEL, id).allowed();
        AssessmentRow row = sheet.row();
        return new SheetPage(
                frame,
                row.version(),
                results.of(sheet),
                tasks(sheet, frame),
                domains(sheet, frame),
                row.givenBackWhy(),
                outcomes.decided(sheet),
                Outcomes.analyses(sheet),
                outcomes.steps(id),
                Deciding.missing(sheet),
                frame.editable(),
                may
                        && row.state() == AssessmentState.WITH_MANAGER
                        && !Actor.current().id().equals(row.decidedBy()),
                problem);
    }

    /** Reads it and records that it was looked at. */
    Sheet look(UUID id) {
        Sheet sheet = sheets.of(id);
        audit.viewed(sheet.row().kind(), id);
        return sheet;
    }

    Frame frame(Sheet sheet, boolean interview) {
        AssessmentRow row = sheet.row();
        boolean editable = row.state().allows(AssessmentAction.ANSWER)
                && access.decide(Action.ASSESS, row.id()).allowed();
        return new Frame(
                row.id(),
                row.reference(),
                row.personId(),
                sheet.person().name(),
                sheet.tool().name(),
                sheet.tool().label(),
                row.state().label(),
                editable,
                interview);
    }

    private List<TaskItem> tasks(Sheet sheet, Frame frame) {
        List<TaskItem> tasks = new ArrayList<>();
        String about = "%s; about %s"
                .formatted(
                        pack.codes("assessment-why").label(sheet.row().why()),
                        London.day(sheet.row().aboutOn()));
        tasks.add(TaskItem.of("About this assessment", frame.page("about"), TaskStatus.text(about)));
        for (Prompt prompt : sheet.tool().prompts()) {
            int open = sheet.open(prompt).size();
            long said = prompt.questions().stream()
                    .filter(each -> sheet.reply(prompt.key(), each.key()).isPresent())
                    .count();
            String words = open > 0
                    ? open + " still to answer"
                    : said == 0
                            ? "Not begun"
                            : "%d of %d answered"
                                    .formatted(said, prompt.questions().size());
            tasks.add(TaskItem.of(prompt.label(), frame.page("questions/" + prompt.key()), TaskStatus.text(words)));
        }
        return tasks;
    }

    private static List<TaskItem> domains(Sheet sheet, Frame frame) {
        return sheet.tool().domains().stream()
                .map(domain -> domain(sheet, frame, domain))
                .toList();
    }

    private static TaskItem domain(Sheet sheet, Frame frame, ToolDomain domain) {
        long known = sheet.known(domain);
        String answered = known == 0
                ? "Not known yet"
                : "%d of %d known".formatted(known, domain.indicators().size());
        boolean plain = frame.interview() || known == 0;
        String words = plain
                ? answered
                : answered + " · " + Words.rating(sheet.weighing().domains().get(domain.key()));
        return TaskItem.of(domain.label(), frame.page("domain/" + domain.key()), TaskStatus.text(words));
    }

    String name(@Nullable UUID account) {
        return outcomes.name(account);
    }

    private LocalDate today() {
        return London.date(time.instant());
    }
}
