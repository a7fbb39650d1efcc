package uk.sightline.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keys of two words of a name together. In a district where thousands are called Khan, one word finds too many to
 * compare; two words, each misspelt, misheard or shortened in its own way, find a few.
 */
public final class PairKeys {

    private static final int BEGINNING = 6;

    private PairKeys() {}

    public static Set<String> of(String fullName) {
        List<String> words = telling(NameWords.of(fullName));
        Set<String> keys = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                keys.add(sounds(words.get(i), words.get(j)));
                addNicknames(words.get(i), words.get(j), keys);
                addNicknames(words.get(j), words.get(i), keys);
            }
        }
        if (words.size() > 1) {
            addMistakes(words.getFirst(), words.getLast(), keys);
            addMistakes(words.getLast(), words.getFirst(), keys);
        }
        return keys;
    }

    private static List<String> telling(List<String> words) {
        List<String> telling =
                words.stream().filter(word -> !NameWords.isHonorific(word)).toList();
        return telling.size() > 1 ? telling : words;
    }

    /** Both sounds, in one order whatever the order of the words. */
    private static String sounds(String one, String other) {
        String a = NameSound.of(one);
        String b = NameSound.of(other);
        return "q:" + (a.compareTo(b) <= 0 ? a + "|" + b : b + "|" + a);
    }

    private static void addNicknames(String given, String other, Set<String> keys) {
        Nicknames.namesFor(given).forEach(name -> keys.add("k:" + name + "|" + NameSound.of(other)));
    }

    /** One letter of one word missing or wrong, and the other word's first letter right. */
    private static void addMistakes(String word, String other, Set<String> keys) {
        String beginning = word.length() > BEGINNING ? word.substring(0, BEGINNING) : word;
        String initial = "|" + other.charAt(0);
        keys.add("t:" + beginning + initial);
        for (int i = 0; i < beginning.length(); i++) {
            keys.add("t:" + beginning.substring(0, i) + beginning.substring(i + 1) + initial);
        }
    }
}
