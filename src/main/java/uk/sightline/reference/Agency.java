package uk.sightline.reference;

import org.jspecify.annotations.Nullable;

/**
 * An organisation of the partnership (PRACTICE §18.9, §19).
 *
 * @param key what other rows point to
 * @param type a code of the set {@code agency-type}
 * @param phone for referrals and questions in working hours
 * @param outOfHours for the rest of the time, where there is one
 * @param dataProtection whom to write to about personal data, where known
 */
public record Agency(
        String key,
        String label,
        String type,
        String phone,
        @Nullable String outOfHours,
        @Nullable String dataProtection) {

    static Agency read(Entry entry) {
        return new Agency(
                entry.key("key"),
                entry.text("label"),
                entry.key("type"),
                entry.text("phone"),
                entry.optional("out-of-hours"),
                entry.optional("data-protection"));
    }
}
