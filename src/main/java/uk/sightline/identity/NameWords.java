package uk.sightline.identity;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
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

    private static final String JOINED = "'’‘ʼʻʹʿʾ`´.";
    private static final Pattern JOINERS = Pattern.compile("[" + JOINED + "]");
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
        return without(TITLES, split(latin(Typed.tidy(name))));
    }

    /** The feminine ending of Arabic and Urdu script sounds like a, not like the t it is written with. */
    private static String latin(String tidy) {
        return isAscii(tidy)
                ? tidy
                : Latin.FROM_ANY.transliterate(JOINERS.matcher(tidy)
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .replace('ة', 'ا'));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~' && JOINED.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Letter by letter: a match reads hundreds of names, and by expressions that was a quarter of its work outside the database. */
    private static List<String> split(String latin) {
        List<String> words = new ArrayList<>(MOST);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= latin.length(); i++) {
            char c = i < latin.length() ? Character.toLowerCase(latin.charAt(i)) : ' ';
            if (c >= 'a' && c <= 'z') {
                word.append(c);
            } else if (JOINED.indexOf(c) < 0 && !word.isEmpty()) {
                words.add(word.substring(0, Math.min(word.length(), LONGEST_WORD)));
                word.setLength(0);
            }
        }
        return List.copyOf(words);
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
