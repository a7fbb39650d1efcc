/**
 * A fictional district: invented people, families, addresses and referrals, drawn from a seed, as varied as Bradford's
 * and believable enough that every page is alive. Nobody in it exists (PRACTICE §17.10).
 *
 * <p>What keeps it apart from the real world: NHS numbers only from the 999 test range, phone numbers only from Ofcom's
 * drama ranges, postcodes whose last two letters hold one that Royal Mail never uses there, invented street names.
 * Everything is derived from the seed and a number, so it needs no memory and no database; loading it is for others.
 */
@NullMarked
package uk.sightline.district;

import org.jspecify.annotations.NullMarked;
