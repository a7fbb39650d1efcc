/**
 * A fictional district: invented people, families, addresses and referrals, drawn from a seed, as varied as Bradford's
 * and believable enough that every page is alive. Nobody in it exists (PRACTICE §17.10).
 *
 * <p>What keeps it apart from the real world: NHS numbers only from the 999 test range, phone numbers only from Ofcom's
 * drama ranges, postcodes whose last two letters hold one that Royal Mail never uses there, invented street names.
 * Everything is derived from the seed and a number, so the telling needs no memory and no database, and a district of
 * half a million people is told with no more of it than one of two hundred.
 *
 * <p>Loading: at the first start of the demonstration, before the first page is served, or by {@code ./sightline load}.
 * It goes through the bulk entry points of {@code access}, {@code people}, {@code referrals}, {@code clocks} and {@code
 * audit} under the job {@code district}; what somebody did is written to the log by that somebody. Owns the schema {@code
 * district}: the plan, and the parts of it that are done, so that a loading that was killed goes on where it stopped.
 *
 * <p>Sizes: {@code --people N}, or a {@code Scale} with its history: further records of the same people (their truth by
 * {@code --truth}), open items, and a year and a half of the log under everybody's own name. A large one is loaded with the
 * indexes of the people set aside ({@link uk.sightline.platform.SetAside}); a product does not start over half of one.
 *
 * <p>What it does not do: it never touches an index with people in it, gives nobody a password, and publishes nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "District",
        allowedDependencies = {"platform", "reference", "access", "audit", "clocks", "identity", "people", "referrals"})
package uk.sightline.district;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
