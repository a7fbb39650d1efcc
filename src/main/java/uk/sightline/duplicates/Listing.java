package uk.sightline.duplicates;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which pairs are shown. */
enum Listing {
    OPEN("open", "To look at"),
    UNSURE("unsure", "Unsure"),
    DECIDED("decided", "Decided");

    private final String code;
    private final String label;

    Listing(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    String href() {
        return this == OPEN ? "/duplicates" : "/duplicates?list=" + code;
    }

    static Listing of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElse(OPEN);
    }
}
