package uk.sightline.assessment;

import java.time.LocalDate;
import java.util.Map;
import uk.sightline.govuk.DateParts;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.London;
import uk.sightline.reference.CodeSet;

/** Why an assessment is done, as of which day, and how often the person was missing in the 30 days before. */
public record AboutForm(int version, String why, String missingTyped, DateParts on) {

    private static final int MOST = 31;

    static AboutForm of(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return new AboutForm(
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
                typed.getOrDefault("why", "").strip(),
                typed.getOrDefault("missing", "").strip(),
                new DateParts(typed.get("on.day"), typed.get("on.month"), typed.get("on.year")));
    }

    static AboutForm of(AssessmentRow row) {
        return new AboutForm(row.version(), row.why(), Integer.toString(row.missing()), DateParts.of(row.aboutOn()));
    }

    FieldErrors errors(CodeSet whys, LocalDate today) {
        FieldErrors.Builder errors = FieldErrors.builder();
        if (whys.find(why).isEmpty()) {
            errors.add("why", "Say why you are assessing now");
        }
        String problem = on.problem("The day it is about");
        if (problem == null && on.date().filter(day -> day.isAfter(today)).isPresent()) {
            problem = "The day it is about must be today or in the past";
        }
        if (problem != null) {
            errors.add("on", problem, "on-day");
        }
        if (!missingTyped.matches("\\d{1,2}") || Integer.parseInt(missingTyped) > MOST) {
            errors.add("missing", "Enter how many episodes there were, 0 to 31");
        }
        return errors.build();
    }

    int missing() {
        return Integer.parseInt(missingTyped);
    }

    LocalDate aboutOn() {
        return on.date().orElseThrow(() -> new IllegalStateException("checked before: " + London.class));
    }
}
