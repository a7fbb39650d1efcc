package uk.sightline.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.sightline.govuk.DateParts;
import uk.sightline.govuk.FieldErrors;

/** A form that adds a fact, with everything that was typed. */
public record FactPage(
        UUID person,
        String name,
        FactKind kind,
        List<Question> questions,
        Map<String, String> typed,
        FieldErrors errors) {

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public DateParts parts(String field) {
        return new DateParts(value(field + ".day"), value(field + ".month"), value(field + ".year"));
    }
}
