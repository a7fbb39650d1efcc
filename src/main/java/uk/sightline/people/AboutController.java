package uk.sightline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.people.AboutPage.Clash;
import uk.sightline.people.PersonQueries.Known;
import uk.sightline.platform.Html;
import uk.sightline.platform.StaleVersion;

/** Changes birth date, language, equality and the like; two people who change at once see both versions. */
@Controller
@Needs(Action.CHANGE)
class AboutController {

    private final PersonChanges changes;
    private final PersonPages people;
    private final AboutReader reader;
    private final AboutWords words;
    private final Choices choices;

    AboutController(PersonChanges changes, PersonPages people, AboutReader reader, AboutWords words, Choices choices) {
        this.changes = changes;
        this.people = people;
        this.reader = reader;
        this.words = words;
        this.choices = choices;
    }

    @GetMapping("/people/{id}/about")
    Html form(@PathVariable UUID id) {
        Known person = people.known(id);
        return Html.page("people/about", page(person, reader.typed(person.about()), FieldErrors.none(), List.of()));
    }

    @PostMapping("/people/{id}/about")
    Object change(@PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> typed) {
        Answers answers = new Answers(typed, choices.today());
        About about = reader.read(answers);
        String why = answers.neededText("why", "Why you are changing this, and who says so", FactReader.NOTE);
        if (!answers.areRight()) {
            return Html.again("people/about", page(people.known(id), typed, answers.errors(), List.of()));
        }
        try {
            changes.change(id, version, about, why);
            return "redirect:/people/" + id;
        } catch (StaleVersion stale) {
            return clash(people.known(id), typed, about);
        }
    }

    private Html clash(Known person, Map<String, String> typed, About about) {
        List<Clash> clashes = new ArrayList<>();
        Map<String, String> onRecord = words.words(person.about());
        words.words(about).forEach((what, said) -> {
            String now = String.valueOf(onRecord.get(what));
            if (!now.equals(said)) {
                clashes.add(new Clash(what, now, said));
            }
        });
        FieldErrors errors = FieldErrors.of("why", "Someone else changed this record. Compare before you save");
        return Html.page("people/about", page(person, typed, errors, clashes), HttpStatus.CONFLICT);
    }

    private AboutPage page(Known person, Map<String, String> typed, FieldErrors errors, List<Clash> clashes) {
        return new AboutPage(person.id(), person.name(), person.version(), choices, typed, errors, clashes);
    }
}
