package uk.sightline.identity;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a name that tell people apart, folded: any script to plain lower-case Latin letters, apostrophes gone,
 * hyphens apart, doubled letters single, titles and particles left out.
 */
public final class NameWords {

    /** More words than this add keys but tell nobody apart: the first three and the last are kept. */
    static final int MOST = 4;

    private static final int LONGEST_WORD = 30;

    /** Made when the first name in another script comes: it takes a third of a second. */
    private static final class Latin {
        private static final Transliterator FROM_ANY =
                Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII; Lower");
    }

    private static final Pattern JOINERS = Pattern.compile("['’‘ʼʻʹʿʾ`´.]");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern DOUBLED = Pattern.compile("([a-z])\\1+");
    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "miss", "ms", "mx", "dr", "rev", "sir", "lady", "prof", "master", "pc", "dc", "nee", "aka");
    private static final Set<String> PARTICLES = Set.of(
            "al", "el", "ul", "ur", "bin", "bint", "ibn", "de", "da", "di", "van", "von", "der", "la", "le", "of");

    /** Words that whole communities share: they say little about who somebody is. */
    private static final Set<String> HONORIFICS = Set.of(
            "begum", "begam", "bibi", "bi", "khatun", "khaton", "bano", "banu", "singh", "sing", "kaur", "kour", "md",
            "mohd");

    private NameWords() {}

    /** The folded words of a name in their order, at most {@value #MOST}. */
    public static List<String> of(String name) {
        List<String> telling = without(PARTICLES, plain(name));
        return fewest(telling.stream().map(NameWords::single).toList());
    }

    static boolean isHonorific(String word) {
        return HONORIFICS.contains(word);
    }

    /** All words of a name but titles, in plain lower-case Latin letters, as they are spelt. */
    public static List<String> plain(String name) {
        List<String> words = Arrays.stream(NOT_LETTERS.split(latin(name)))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word)
                .toList();
        return without(TITLES, words);
    }

    private static String latin(String name) {
        String tidy = Typed.tidy(name);
        String joined = JOINERS.matcher(tidy).replaceAll("").toLowerCase(Locale.ROOT);
        boolean ascii = joined.chars().allMatch(c -> c < 128);
        // The feminine ending of Arabic and Urdu script sounds like a, not like the t it is written with.
        return ascii
                ? joined
                : JOINERS.matcher(Latin.FROM_ANY.transliterate(joined.replace('ة', 'ا')))
                        .replaceAll("");
    }

    /** Doubled letters single: "allen" and "alen" are one. */
    public static String single(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (word.charAt(i) == word.charAt(i - 1)) {
                return DOUBLED.matcher(word).replaceAll("$1");
            }
        }
        return word;
    }

    /** A name that is nothing but such words keeps them. */
    private static List<String> without(Set<String> common, List<String> words) {
        List<String> rest =
                words.stream().filter(word -> !common.contains(word)).toList();
        return rest.isEmpty() ? words : rest;
    }

    private static List<String> fewest(List<String> words) {
        if (words.size() <= MOST) {
            return words;
        }
        List<String> kept = new ArrayList<>(words.subList(0, MOST - 1));
        kept.add(words.getLast());
        return List.copyOf(kept);
    }
}
