package uk.sightline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.identity.Written;
import uk.sightline.people.SearchPage.Hit;

/** Answers the search box, and records what was looked for (PRACTICE §12.6). */
@Component
@Transactional
class Searches {

    static final int LONGEST = 300;

    private final Candidates candidates;
    private final PersonQueries people;
    private final List<ReferenceSource> references;
    private final List<WorkSource> work;
    private final Hits hits;
    private final Choices choices;
    private final Access access;
    private final Audit audit;

    Searches(
            Candidates candidates,
            PersonQueries people,
            List<ReferenceSource> references,
            List<WorkSource> work,
            Hits hits,
            Choices choices,
            Access access,
            Audit audit) {
        this.candidates = candidates;
        this.people = people;
        this.references = references;
        this.work = work;
        this.hits = hits;
        this.choices = choices;
        this.access = access;
        this.audit = audit;
    }

    /** The page before anything is looked for. */
    SearchPage start() {
        return new SearchPage("", FieldErrors.none(), null, null, List.of(), waiting(), recent(), access.actions());
    }

    SearchPage refused(String typed, FieldErrors errors) {
        return new SearchPage(typed, errors, null, null, List.of(), waiting(), recent(), access.actions());
    }

    SearchPage of(String typed) {
        SearchText text = SearchText.of(typed, choices.today());
        audit.record(Act.of("search", People.KIND).detail(Written.line(typed)));
        List<Hit> found = new ArrayList<>();
        Optional.ofNullable(text.reference())
                .flatMap(people::byReference)
                .map(hits::of)
                .ifPresent(found::add);
        candidates.of(text.probe()).stream().map(hits::of).forEach(found::add);
        return new SearchPage(
                typed,
                FieldErrors.none(),
                found,
                candidates.pointer(text.probe()).orElse(null),
                others(text),
                waiting(),
                found.isEmpty() ? recent() : List.of(),
                access.actions());
    }

    private List<PersonTab> others(SearchText text) {
        String reference = text.reference();
        return reference == null
                ? List.of()
                : references.stream()
                        .flatMap(source -> source.find(reference).stream())
                        .toList();
    }

    private List<PersonTab> waiting() {
        return work.stream().flatMap(source -> source.waiting().stream()).toList();
    }

    private List<Hit> recent() {
        return people.recentlyOpened().stream().map(hits::of).toList();
    }
}
