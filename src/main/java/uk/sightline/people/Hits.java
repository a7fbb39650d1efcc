package uk.sightline.people;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.people.SearchPage.Hit;

/** Puts people found into the words of a list. */
@Component
class Hits {

    private static final Set<String> DANGERS = Set.of("danger-to-workers", "do-not-visit-alone", "weapon");

    private final Choices choices;

    Hits(Choices choices) {
        this.choices = choices;
    }

    /** A search with a name alone finds weak matches, and that is no fault of theirs: their reasons say enough. */
    Hit of(Candidate candidate) {
        return of(
                candidate.card(),
                candidate.strength() == Candidate.Strength.WEAK
                        ? null
                        : candidate.strength().label(),
                String.join(", ", candidate.reasons()),
                candidate.hint(),
                candidate.why());
    }

    Hit of(PersonCard card) {
        return of(card, null, "", null, null);
    }

    private Hit of(
            PersonCard card, @Nullable String strength, String reasons, @Nullable String hint, @Nullable Why why) {
        return new Hit(
                card.name(),
                "/people/" + card.id(),
                card.age(choices.today()),
                card.born().words(),
                card.reference(),
                card.place(choices.pack()),
                strength,
                reasons,
                hint,
                why,
                flags(card, true),
                flags(card, false));
    }

    private List<String> flags(PersonCard card, boolean dangers) {
        return card.flags().stream()
                .filter(code -> DANGERS.contains(code) == dangers)
                .map(code -> choices.label("person-flag", code))
                .toList();
    }
}
