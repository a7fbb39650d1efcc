package uk.sightline.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.sightline.govuk.DateParts;
import uk.sightline.govuk.FieldErrors;

/**
 * A form that changes what is said of a person outright.
 *
 * @param clashes what somebody else saved meanwhile beside what was typed; empty when nobody did
 */
public record AboutPage(
        UUID person,
        String name,
        int version,
        Choices choices,
        Map<String, String> typed,
        FieldErrors errors,
        List<Clash> clashes) {

    /** One thing that differs. */
    public record Clash(String what, String onRecord, String typed) {}

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public DateParts died() {
        return new DateParts(value("died.day"), value("died.month"), value("died.year"));
    }
}
