package uk.sightline.people;

/**
 * All that somebody learns whose post may know that a record exists, and no more (ACCESS.md).
 *
 * @param team whom to ask
 * @param phone their number
 */
public record Pointer(String team, String phone) {

    /** The line to show. */
    public String words() {
        return "There may be a record. Ring %s, %s.".formatted(team, phone);
    }
}
