package uk.sightline.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.RadioItem;
import uk.sightline.govuk.SummaryRow;

/**
 * A form that opens or closes the work with somebody.
 *
 * @param rows how things stand; empty when it opens
 * @param closures what may be chosen; empty when it opens
 */
record CaseForm(
        UUID person,
        String name,
        int version,
        List<SummaryRow> rows,
        List<RadioItem> closures,
        Map<String, String> typed,
        FieldErrors errors) {

    String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
