package uk.sightline.referrals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A referral as whoever changes it finds it, held until the change is done. */
record ReferralRow(
        UUID id,
        String reference,
        String about,
        int theirLevel,
        boolean danger,
        ReferralState state,
        @Nullable String outcome,
        UUID team,
        @Nullable UUID owner,
        String clock,
        @Nullable UUID referrer,
        @Nullable String referrerName,
        @Nullable String referrerAgency,
        @Nullable String referrerEmail,
        Instant receivedAt,
        int version) {}
