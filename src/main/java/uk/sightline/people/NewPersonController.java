package uk.sightline.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.people.Candidate.Strength;
import uk.sightline.platform.Html;

/** Makes a record, after whoever may already be on the index has been shown. */
@Controller
@Needs(Action.CREATE_PERSON)
class NewPersonController {

    private static final String TEMPLATE = "people/new";

    private final People people;
    private final NewPersonReader reader;
    private final Hits hits;
    private final Choices choices;

    NewPersonController(People people, NewPersonReader reader, Hits hits, Choices choices) {
        this.people = people;
        this.reader = reader;
        this.hits = hits;
        this.choices = choices;
    }

    @GetMapping("/people/new")
    Html form() {
        return Html.page(TEMPLATE, page(Map.of(), FieldErrors.none()));
    }

    @PostMapping("/people/new")
    Object create(@RequestParam Map<String, String> typed) {
        Answers answers = new Answers(typed, choices.today());
        NewPerson person = reader.read(answers);
        if (person == null) {
            return Html.again(TEMPLATE, page(typed, answers.errors()));
        }
        if (!answers.isYes("none")) {
            NewPersonPage alike = alike(typed, NewPersonReader.probe(person));
            if (alike.mayBeKnown()) {
                return Html.again(TEMPLATE, alike);
            }
        }
        UUID id = people.create(person);
        return "redirect:/people/" + id;
    }

    private NewPersonPage alike(Map<String, String> typed, Probe probe) {
        List<SearchPage.Hit> alike = people.candidates(probe).stream()
                .filter(candidate -> candidate.strength() != Strength.WEAK)
                .map(hits::of)
                .toList();
        return new NewPersonPage(
                choices, typed, FieldErrors.none(), alike, people.pointer(probe).orElse(null));
    }

    private NewPersonPage page(Map<String, String> typed, FieldErrors errors) {
        return new NewPersonPage(choices, typed, errors, List.of(), null);
    }
}
