package uk.sightline.marf;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.platform.Html;
import uk.sightline.platform.NoSuchRecord;

/** The draft's own page, and its lists of people and of family. */
@Controller
@RequestMapping("/marf/{id}")
@Needs({Action.REFER, Action.PHONE_REFERRAL})
class TaskListController {

    private final Drafts drafts;
    private final Pages pages;
    private final Files files;

    TaskListController(Drafts drafts, Pages pages, Files files) {
        this.drafts = drafts;
        this.pages = pages;
        this.files = files;
    }

    @GetMapping
    Object tasks(@PathVariable UUID id, @RequestParam(required = false) @Nullable String from) {
        Filling filling = drafts.look(id);
        return filling.draft().sent()
                ? "redirect:/marf/" + id + "/receipt"
                : Html.page(
                        "marf/tasks",
                        TaskPage.of(
                                filling,
                                files.of(id).size(),
                                pages.prompts(from == null ? "" : from, filling),
                                drafts.writeUpBy(filling.draft())));
    }

    @GetMapping("/people")
    Html people(@PathVariable UUID id) {
        return Html.page("marf/entries", EntriesPage.of(drafts.look(id), Sections.PEOPLE));
    }

    @GetMapping("/family")
    Html family(@PathVariable UUID id) {
        return Html.page("marf/entries", EntriesPage.of(drafts.look(id), Sections.FAMILY));
    }

    /** Adds another: a brother or sister starts with what they share with the first. */
    @PostMapping("/{section:people|family}/add")
    String add(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam(required = false) @Nullable String like) {
        Draft draft = drafts.look(id).draft();
        return "redirect:/marf/" + id + "/"
                + drafts.add(id, repeated(section), like == null ? Answers.NONE : shared(draft));
    }

    @PostMapping("/{section:people|family}/{entry}/remove")
    String remove(@PathVariable UUID id, @PathVariable String section, @PathVariable UUID entry) {
        drafts.remove(id, section + "/" + entry);
        return "redirect:/marf/" + id + "/" + section;
    }

    private static Answers shared(Draft draft) {
        Answers first = draft.entries(PersonSection.KEY).stream()
                .findFirst()
                .map(draft::answers)
                .orElse(Answers.NONE);
        Answers start = Answers.NONE;
        for (String name : PersonSection.SHARED_BY_SIBLINGS) {
            start = start.withAll(name, first.all(name));
        }
        return start;
    }

    private static Section repeated(String section) {
        return Sections.ALL.stream()
                .filter(each -> each.repeated() && each.key().equals(section))
                .findFirst()
                .orElseThrow(NoSuchRecord::new);
    }
}
