package uk.sightline.people;

import java.util.Map;
import java.util.UUID;
import uk.sightline.govuk.DateParts;
import uk.sightline.govuk.FieldErrors;

/** A form that ends a fact or strikes it through. */
public record FactChangePage(
        UUID person, String name, FactLine fact, int version, Map<String, String> typed, FieldErrors errors) {

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public DateParts until() {
        return new DateParts(value("until.day"), value("until.month"), value("until.year"));
    }
}
