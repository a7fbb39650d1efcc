package uk.sightline.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * The keys under which a name is kept and looked for. A misspelt, misheard, shortened, turned round or transliterated
 * name shares at least one with the name itself, so that search needs nothing but {@code =} on a key column (row
 * policies leave PostgreSQL no other index, see the design's access chapter).
 */
public final class NameKeys {

    /** No name has more keys than this: 4 words, 3 pairs, 8 sounds, 8 nicknames, 2 initials, 14 with a letter less. */
    public static final int MOST = 39;

    /** Mistakes are looked for in this many letters; the rest of the word is left to the sound keys. */
    private static final int BEGINNING = 6;

    private static final int FEWEST_LETTERS = 3;

    private NameKeys() {}

    /** The keys of a full name, in whatever script and order; empty when it has no letters. */
    public static Set<NameKey> of(String fullName) {
        List<String> words = NameWords.of(fullName);
        Set<NameKey> keys = new LinkedHashSet<>();
        words.forEach(word -> keys.add(new NameKey(NameKey.Kind.WORD, word)));
        joined(words).forEach(word -> keys.add(new NameKey(NameKey.Kind.WORD, word)));
        words.forEach(word -> addSounds(word, keys));
        words.stream().flatMap(NameKeys::nicknames).forEach(keys::add);
        List<String> telling = telling(words);
        addInitials(telling, keys);
        firstAndLast(telling).forEach(word -> addMistakes(word, keys));
        return keys;
    }

    /** "Abdul Rahman" is also Abdulrahman, "Anne-Marie" also Annemarie. */
    private static Stream<String> joined(List<String> words) {
        return Stream.iterate(0, i -> i + 1 < words.size(), i -> i + 1).map(i -> words.get(i) + words.get(i + 1));
    }

    private static void addSounds(String word, Set<NameKey> keys) {
        keys.add(new NameKey(NameKey.Kind.SOUND, NameSound.of(word)));
        String metaphone = Objects.requireNonNullElse(new DoubleMetaphone().doubleMetaphone(word), "");
        if (metaphone.length() > 1) {
            keys.add(new NameKey(NameKey.Kind.SOUND, "m|" + metaphone));
        }
    }

    private static Stream<NameKey> nicknames(String word) {
        return Nicknames.namesFor(word).stream().map(name -> new NameKey(NameKey.Kind.NICKNAME, name));
    }

    private static List<String> telling(List<String> words) {
        List<String> telling =
                words.stream().filter(w -> !NameWords.isHonorific(w)).toList();
        return telling.isEmpty() ? words : telling;
    }

    private static void addInitials(List<String> words, Set<NameKey> keys) {
        if (words.size() > 1) {
            keys.add(initialAndSound(words.getFirst(), words.getLast()));
            keys.add(initialAndSound(words.getLast(), words.getFirst()));
        }
    }

    private static NameKey initialAndSound(String initialOf, String soundOf) {
        return new NameKey(NameKey.Kind.INITIAL_AND_SOUND, initialOf.charAt(0) + "|" + NameSound.of(soundOf));
    }

    private static Stream<String> firstAndLast(List<String> words) {
        return words.isEmpty()
                ? Stream.empty()
                : Stream.of(words.getFirst(), words.getLast()).distinct();
    }

    private static void addMistakes(String word, Set<NameKey> keys) {
        if (word.length() < FEWEST_LETTERS) {
            return;
        }
        String beginning = word.length() > BEGINNING ? word.substring(0, BEGINNING) : word;
        keys.add(new NameKey(NameKey.Kind.ONE_LETTER_LESS, beginning));
        for (int i = 0; i < beginning.length(); i++) {
            String less = beginning.substring(0, i) + beginning.substring(i + 1);
            keys.add(new NameKey(NameKey.Kind.ONE_LETTER_LESS, less));
        }
    }
}
