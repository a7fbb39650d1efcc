package uk.sightline.people;

/**
 * What another model would do to the list of pairs, counted when it was made.
 *
 * @param listed pairs of the list that were weighed by both
 * @param go of those, no pair any more
 * @param stronger of those, a strong match that was a possible one
 * @param weaker of those, a possible match that was a strong one
 * @param searched people drawn by chance for whom others were looked for with both
 * @param come pairs of theirs that are none yet
 */
public record ModelEffect(int listed, int go, int stronger, int weaker, int searched, int come) {}
