package uk.sightline.people;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.NoSuchRecord;

/** Small forms: add one fact, end one, strike one through. */
@Controller
@Needs(Action.CHANGE)
class FactController {

    private final People people;
    private final PersonChanges changes;
    private final PersonQueries queries;
    private final FactQuestions questions;
    private final FactReader reader;
    private final FactWords words;
    private final Choices choices;

    FactController(
            People people,
            PersonChanges changes,
            PersonQueries queries,
            FactQuestions questions,
            FactReader reader,
            FactWords words,
            Choices choices) {
        this.people = people;
        this.changes = changes;
        this.queries = queries;
        this.questions = questions;
        this.reader = reader;
        this.words = words;
        this.choices = choices;
    }

    @GetMapping("/people/{id}/add/{kind}")
    Html form(@PathVariable UUID id, @PathVariable String kind) {
        return Html.page("people/fact", page(id, kind(kind), Map.of(), FieldErrors.none()));
    }

    @PostMapping("/people/{id}/add/{kind}")
    Object add(@PathVariable UUID id, @PathVariable String kind, @RequestParam Map<String, String> typed) {
        Answers answers = new Answers(typed, choices.today());
        Fact fact = reader.read(kind(kind), answers);
        String source = answers.needed("source", "Who says so", FactReader.NAME);
        if (fact == null || !answers.areRight()) {
            return Html.again("people/fact", page(id, kind(kind), typed, answers.errors()));
        }
        people.add(id, fact, source);
        return "redirect:/people/" + id + "#" + kind;
    }

    @GetMapping("/people/{id}/change/{kind}/{fact}")
    Html changeForm(@PathVariable UUID id, @PathVariable String kind, @PathVariable UUID fact) {
        return Html.page("people/factChange", page(id, row(id, kind(kind), fact), Map.of(), FieldErrors.none()));
    }

    @PostMapping("/people/{id}/change/{kind}/{fact}")
    Object change(
            @PathVariable UUID id,
            @PathVariable String kind,
            @PathVariable UUID fact,
            @RequestParam int version,
            @RequestParam Map<String, String> typed) {
        FactRow row = row(id, kind(kind), fact);
        Answers answers = new Answers(typed, choices.today());
        switch (answers.raw("how")) {
            case "ended" -> end(id, row, version, answers);
            case "wrong" -> strikeThrough(id, row, version, answers);
            default -> answers.wrong("how", "Choose whether it has ended or was never right");
        }
        return answers.areRight()
                ? "redirect:/people/" + id + "#" + kind
                : Html.again("people/factChange", page(id, row, typed, answers.errors()));
    }

    private void end(UUID id, FactRow row, int version, Answers answers) {
        LocalDate until = answers.pastDay("until", "The day it ended");
        if (until == null && answers.areRight()) {
            answers.wrong("until", "Enter the day it ended");
        }
        if (until != null && row.fromOn() != null && until.isBefore(row.fromOn())) {
            answers.wrong("until", "The day it ended must not be before the day it began");
        }
        if (until != null && answers.areRight()) {
            changes.end(row.kind(), id, row.id(), version, until);
        }
    }

    private void strikeThrough(UUID id, FactRow row, int version, Answers answers) {
        String why = answers.neededText("why", "Why it was not right", FactReader.NOTE);
        if (answers.areRight()) {
            changes.strikeThrough(row.kind(), id, row.id(), version, why);
        }
    }

    private FactPage page(UUID id, FactKind kind, Map<String, String> typed, FieldErrors errors) {
        String name = people.card(id).orElseThrow(NoSuchRecord::new).name();
        return new FactPage(id, name, kind, questions.of(kind), typed, errors);
    }

    private FactChangePage page(UUID id, FactRow row, Map<String, String> typed, FieldErrors errors) {
        String name = people.card(id).orElseThrow(NoSuchRecord::new).name();
        return new FactChangePage(id, name, words.line(row, other -> false), row.version(), typed, errors);
    }

    private FactRow row(UUID person, FactKind kind, UUID fact) {
        return queries.facts(person).stream()
                .filter(row -> row.id().equals(fact) && row.kind() == kind)
                .findFirst()
                .orElseThrow(NoSuchRecord::new);
    }

    private static FactKind kind(String word) {
        return FactKind.of(word).orElseThrow(NoSuchRecord::new);
    }
}
