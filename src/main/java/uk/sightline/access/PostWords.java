package uk.sightline.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.sightline.reference.Post;
import uk.sightline.reference.RecordKind;

/** What a post opens, in sentences that an administrator reads before giving or taking it. */
final class PostWords {

    private static final Map<String, String> REACHES = Map.ofEntries(
            Map.entry("own", "people they work with"),
            Map.entry("team", "people on their team's list"),
            Map.entry("place", "people of their school or home"),
            Map.entry("service", "people offered to their service"),
            Map.entry("district:children", "every child of the district"),
            Map.entry("district:adults", "every adult of the district, from 17 years 6 months"),
            Map.entry("district", "everybody of the district"),
            Map.entry("cohort", "everybody open to the hub"),
            Map.entry("numbers", "nobody: numbers only"),
            Map.entry("none", "nobody by name"));

    private PostWords() {}

    /** @param team label of the team or place, whose shared work opens with the post */
    static Set<String> of(Post post, @Nullable String team) {
        Set<String> sentences = new LinkedHashSet<>();
        post.lines()
                .forEach(line -> line.sees()
                        .forEach(kind -> sentences.add("See " + words(kind) + " records of "
                                + REACHES.getOrDefault(
                                        line.reach().code(), line.reach().code()))));
        post.may().forEach(permission -> sentences.add("May " + plain(permission.toString())));
        if (team != null) {
            sentences.add("See the work of " + team);
        }
        return sentences;
    }

    /** Those of the first that the second lacks, in alphabetical order. */
    static Set<String> without(Collection<String> first, Collection<String> second) {
        Set<String> rest = new TreeSet<>(first);
        rest.removeAll(second);
        return rest;
    }

    private static String words(RecordKind kind) {
        return plain(kind.code());
    }

    private static String plain(String code) {
        return code.replace(':', ' ').replace('-', ' ').toLowerCase(Locale.UK);
    }
}
