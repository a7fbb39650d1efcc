package uk.sightline.cases;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.RadioItem;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.platform.London;

/** Puts together the forms that open and close the work with somebody. */
@Component
@Transactional
class CaseForms {

    private final CaseQueries queries;
    private final CasePages pages;
    private final CaseWords words;
    private final WorkerWords workerWords;
    private final Access access;
    private final InstantSource time;

    CaseForms(
            CaseQueries queries,
            CasePages pages,
            CaseWords words,
            WorkerWords workerWords,
            Access access,
            InstantSource time) {
        this.queries = queries;
        this.pages = pages;
        this.words = words;
        this.workerWords = workerWords;
        this.access = access;
        this.time = time;
    }

    CaseForm opening(UUID person, Map<String, String> typed, FieldErrors errors) {
        access.require(Action.DECIDE_LEVEL, person);
        String name = pages.card(person).name();
        pages.seen(person);
        return new CaseForm(person, name, 0, List.of(), List.of(), typed, errors);
    }

    CaseForm closing(UUID person, Map<String, String> typed, FieldErrors errors) {
        CaseFile file = pages.open(person, Action.DECIDE_LEVEL);
        List<SummaryRow> rows = new ArrayList<>();
        words.highestFirst(queries.standing(person))
                .forEach(each -> rows.add(SummaryRow.of(words.strand(each.strand()), words.sentence(each))));
        rows.addAll(workerWords.rows(file));
        List<RadioItem> closures = words.closures().current(London.date(time.instant())).stream()
                .map(code -> RadioItem.of(code.code(), code.label()))
                .toList();
        return new CaseForm(person, pages.card(person).name(), queries.version(person), rows, closures, typed, errors);
    }
}
