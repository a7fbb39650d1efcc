package uk.sightline.access;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the policy needs to know about a protected record.
 *
 * @param kind a kind of ACCESS.md: {@code identity}, {@code referral} …
 * @param childUntil it concerns a child before this day; null when nobody knows, and then it does
 * @param adultFrom it concerns an adult from this day; null when nobody knows, and then it does
 * @param people whom it is about
 */
public record RecordFacts(
        UUID id,
        String kind,
        @Nullable LocalDate childUntil,
        @Nullable LocalDate adultFrom,
        Set<UUID> people) {

    private static final int ADULT_POSTS_START_MONTHS_EARLY = 6;

    boolean concernsChild(LocalDate today) {
        return childUntil == null || childUntil.isAfter(today);
    }

    /** Adult services begin six months before the birthday (ACCESS: district:adults is 17 years 6 months and over). */
    boolean concernsAdult(LocalDate today) {
        return adultFrom == null || !adultFrom.isAfter(today.plusMonths(ADULT_POSTS_START_MONTHS_EARLY));
    }
}
