package uk.sightline.govuk;

import org.jspecify.annotations.Nullable;

/** The block around a field, with what stands directly before and after its input (or group of inputs). */
public record FormGroup(
        @Nullable String classes,
        @Nullable Attributes attributes,
        @Nullable Text beforeInput,
        @Nullable Text afterInput,
        @Nullable Text beforeInputs,
        @Nullable Text afterInputs) {

    public static FormGroup classes(String classes) {
        return new FormGroup(classes, null, null, null, null, null);
    }
}
