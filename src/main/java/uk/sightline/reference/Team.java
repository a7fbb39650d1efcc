package uk.sightline.reference;

import java.util.Set;

/**
 * A team inside an agency, with a list of its own.
 *
 * @param agency key of the agency
 * @param receives codes of the set {@code route}: what may be put on this team's list
 * @param posts keys of the posts that may be held in it
 * @param phone what a pointer tells people to ring
 */
public record Team(String key, String label, String agency, Set<String> receives, Set<String> posts, String phone) {

    public boolean receives(String route) {
        return receives.contains(route);
    }

    static Team read(Entry entry) {
        return new Team(
                entry.key("key"),
                entry.text("label"),
                entry.key("agency"),
                entry.texts("receives"),
                entry.texts("posts"),
                entry.text("phone"));
    }
}
