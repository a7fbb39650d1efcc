package uk.sightline.govuk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message in the plural forms of the Unicode rules, such as {@code one} and {@code other}. */
public record Plural(Map<String, String> forms) {

    public Plural {
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    }
}
