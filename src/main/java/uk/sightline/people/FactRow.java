package uk.sightline.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact as the view {@code people.fact} gives it: codes not yet put into words. */
record FactRow(
        String part,
        UUID id,
        String code,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String mark,
        @Nullable UUID otherId,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate fromOn,
        @Nullable LocalDate untilOn,
        String source,
        UUID createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Instant correctedAt,
        @Nullable String correctedWhy,
        int version) {

    FactKind kind() {
        return FactKind.of(part).orElseThrow();
    }

    boolean isStruck() {
        return correctedAt != null;
    }

    /** Whether it holds on a day, as far as anybody has said. */
    boolean holdsOn(LocalDate day) {
        return !isStruck() && (untilOn == null || untilOn.isAfter(day)) && (fromOn == null || !fromOn.isAfter(day));
    }
}
