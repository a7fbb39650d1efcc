package uk.sightline.duplicates;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person says of two records. */
enum Verdict {
    SAME("same", "Same person"),
    NOT_SAME("not-same", "Not the same person"),
    UNSURE("unsure", "Unsure");

    private final String code;
    private final String label;

    Verdict(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    /** The set of the pack with the usual reasons; null where none is asked for. */
    @Nullable String reasons() {
        return this == UNSURE ? null : code + "-reason";
    }

    static Optional<Verdict> of(@Nullable String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
