package uk.sightline.matching;

/**
 * One answer that a comparison may give.
 *
 * @param words what it says of the two records, for whoever decides
 * @param ifSame how often it is the answer between two records of one person, 0 to 1, as long as nothing is estimated
 * @param ifOther how often between records of two people
 */
public record Level(String words, double ifSame, double ifOther) {}
