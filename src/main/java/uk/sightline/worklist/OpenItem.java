package uk.sightline.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral that still wants something done.
 *
 * @param answered the referrer was told; what remains is to close it
 * @param clocked a clock runs on it
 */
record OpenItem(
        UUID id,
        String reference,
        @Nullable UUID team,
        @Nullable UUID owner,
        boolean answered,
        boolean clocked) {}
