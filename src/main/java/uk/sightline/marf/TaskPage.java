package uk.sightline.marf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.TaskItem;
import uk.sightline.govuk.TaskStatus;
import uk.sightline.marf.SectionPage.Prompts;
import uk.sightline.platform.London;

/**
 * The task list of a draft.
 *
 * @param carryOn the page to go on with
 * @param writeUpBy until when a call has to be written up; null when there is none that waits
 */
record TaskPage(
        Filling filling,
        List<Group> groups,
        @Nullable String carryOn,
        Prompts wording,
        @Nullable String writeUpBy) {

    /** Tasks that belong together. */
    record Group(String title, List<TaskItem> tasks) {}

    private static final TaskStatus NOT_STARTED = TaskStatus.tag("Not started", "govuk-tag--grey");
    private static final TaskStatus OPTIONAL = TaskStatus.tag("If you know", "govuk-tag--grey");
    private static final TaskStatus IF_ANY = TaskStatus.tag("If you have any", "govuk-tag--grey");

    static TaskPage of(Filling filling, int files, Prompts wording, @Nullable Instant writeUpBy) {
        return new TaskPage(
                filling,
                Stream.of(
                                group("First", filling, Sections.OPENING, Sections.DANGER, Sections.CALL),
                                group("Who", filling, Sections.REFERRER, Sections.PEOPLE, Sections.FAMILY),
                                worry(filling, files),
                                assessment(filling),
                                group("Level and consent", filling, Sections.LEVEL, Sections.CONSENT),
                                last(filling))
                        .filter(group -> !group.tasks().isEmpty())
                        .toList(),
                carryOn(filling),
                wording,
                writeUpBy == null ? null : London.dayAndTime(writeUpBy));
    }

    private static Group worry(Filling filling, int files) {
        List<TaskItem> tasks = new ArrayList<>(group(
                        "",
                        filling,
                        Sections.HAPPENED,
                        Sections.WORRY,
                        Sections.EXPLOITATION,
                        Sections.SIGNS,
                        Sections.CSA_REPORT,
                        Sections.CONCERNS)
                .tasks());
        tasks.add(TaskItem.of("Files", home(filling) + "/files", files == 0 ? IF_ANY : TaskStatus.completed()));
        return new Group("The worry", tasks);
    }

    private static Group assessment(Filling filling) {
        return group(
                "Assessment of exploitation",
                filling,
                Stream.concat(Stream.of(Sections.ASSESSMENT), Sections.ASSESSMENT.sides(filling))
                        .toArray(Section[]::new));
    }

    private static Group last(Filling filling) {
        boolean whole = Whole.missing(filling).isEmpty();
        return new Group(
                "Send",
                List.of(TaskItem.of(
                        Sections.DECLARATION.title(),
                        home(filling) + "/check",
                        whole ? TaskStatus.tag("Ready", "govuk-tag--green") : NOT_STARTED)));
    }

    private static Group group(String title, Filling filling, Section... sections) {
        return new Group(
                title,
                List.of(sections).stream()
                        .filter(section -> section.asked(filling))
                        .map(section -> task(section, filling))
                        .toList());
    }

    private static TaskItem task(Section section, Filling filling) {
        List<String> keys = Sections.keys(section, filling);
        boolean alone = section == Sections.PEOPLE
                && keys.size() == 1
                && filling.draft().answers(keys.getFirst()).given("name").isEmpty();
        return TaskItem.of(
                section.title(),
                home(filling) + "/" + (alone ? keys.getFirst() : section.key()),
                status(section, keys, filling));
    }

    private static TaskStatus status(Section section, List<String> keys, Filling filling) {
        boolean waiting = section == Sections.CONSENT && ConsentRule.of(filling.draft()) == ConsentRule.WAITING;
        if (waiting) {
            return TaskStatus.tag("Waiting for consent", "govuk-tag--yellow");
        }
        if (section instanceof DomainSection side) {
            return side.answered(filling) == side.questions()
                    ? TaskStatus.completed()
                    : TaskStatus.text("%d of %d".formatted(side.answered(filling), side.questions()));
        }
        boolean begun = keys.stream().anyMatch(key -> filling.draft().sheet(key).version() > 0);
        boolean done = !keys.isEmpty()
                && keys.stream()
                        .allMatch(key -> filling.draft().sheet(key).done()
                                && Sections.errors(section, key, filling).isEmpty());
        if (done && !(section == Sections.ASSESSMENT && Sections.ASSESSMENT.isOpen(filling))) {
            return TaskStatus.completed();
        }
        return begun ? TaskStatus.incomplete() : section.optional(filling) ? OPTIONAL : NOT_STARTED;
    }

    private static @Nullable String carryOn(Filling filling) {
        return Optional.ofNullable(filling.draft().place())
                .filter(place -> !filling.draft().sheet(place).done()
                        && filling.draft().sheets().containsKey(place)
                        && Sections.find(place, filling).isPresent())
                .or(() -> Sections.next("", filling))
                .map(key -> home(filling) + "/" + key)
                .orElse(home(filling) + "/check");
    }

    private static String home(Filling filling) {
        return "/marf/" + filling.draft().id();
    }

    String home() {
        return home(filling);
    }

    Draft draft() {
        return filling.draft();
    }

    @Nullable String worker() {
        return OpeningSection.worker(draft());
    }

    @Nullable String goes() {
        var goes = draft().purgeAt();
        return goes == null ? null : London.day(London.date(goes));
    }
}
