package uk.sightline.people;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.DateParts;
import uk.sightline.govuk.FieldErrors;

/**
 * A form that makes a record.
 *
 * @param alike people who may be the same: "Is it one of these?"
 */
public record NewPersonPage(
        Choices choices,
        Map<String, String> typed,
        FieldErrors errors,
        List<SearchPage.Hit> alike,
        @Nullable Pointer pointer) {

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public DateParts died() {
        return new DateParts(value("died.day"), value("died.month"), value("died.year"));
    }

    public boolean mayBeKnown() {
        return !alike.isEmpty() || pointer != null;
    }
}
