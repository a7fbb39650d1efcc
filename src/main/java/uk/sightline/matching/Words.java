package uk.sightline.matching;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.NameSound;
import uk.sightline.identity.NameWords;
import uk.sightline.identity.Nicknames;
import uk.sightline.identity.Spelling;

/** A name, a place or another text of words, with its sound. */
final class Words extends Value {

    private static final int LONG_ENOUGH_FOR_ONE = 4;
    private static final int LONG_ENOUGH_FOR_TWO = 6;
    private static final int SHORTEST_PART = 3;
    private static final double CLOSE = 0.88;

    /** How two texts may be alike; the order is that of {@link Kind#NAME}'s levels. */
    enum Alike {
        DIFFERENT,
        INITIAL,
        PART,
        CLOSE,
        SOUND,
        OTHER_FORM,
        ONE_LETTER,
        SAME
    }

    private final String joined;
    private final List<String> words;
    private final String sound;

    /** The names that the first word is a form of. */
    private final List<String> forms;

    /** Which of the letters a to z it has: two words of other letters are told apart without a closer look. */
    private final int letters;

    private Words(List<String> words) {
        super(String.join(" ", words));
        this.words = words;
        this.joined = String.join("", words);
        this.sound = NameSound.of(NameWords.single(joined));
        this.forms = Nicknames.namesFor(NameWords.single(words.getFirst()));
        this.letters = joined.chars().map(c -> 1 << c - 'a').reduce(0, (all, one) -> all | one);
    }

    static @Nullable Words of(String typed) {
        List<String> words = NameWords.plain(typed);
        return words.isEmpty() ? null : new Words(words);
    }

    List<String> words() {
        return words;
    }

    String first() {
        return words.getFirst();
    }

    String last() {
        return words.getLast();
    }

    String joined() {
        return joined;
    }

    String sound() {
        return sound;
    }

    Alike alike(Words other) {
        if (joined.equals(other.joined)) {
            return Alike.SAME;
        }
        if (joined.length() == 1 || other.joined.length() == 1) {
            return joined.charAt(0) == other.joined.charAt(0) ? Alike.INITIAL : Alike.DIFFERENT;
        }
        boolean farApart = otherLettersThan(other) > 2 || other.otherLettersThan(this) > 2;
        return bySpelling(other, farApart ? 3 : Spelling.distance(joined, other.joined, 2));
    }

    private int otherLettersThan(Words other) {
        return Integer.bitCount(letters & ~other.letters);
    }

    /** Jaro's likeness counts letters in common: no more than there are. */
    private boolean isClose(Words other) {
        double most = joined.length() - otherLettersThan(other);
        double best = (most / joined.length() + Math.min(1, most / other.joined.length()) + 1) / 3;
        boolean mayBe = best + (1 - best) * 0.4 >= CLOSE;
        return mayBe && Spelling.likeness(joined, other.joined) >= CLOSE;
    }

    private Alike bySpelling(Words other, int mistakes) {
        int longer = Math.max(joined.length(), other.joined.length());
        if (mistakes == 1 && longer >= LONG_ENOUGH_FOR_ONE) {
            return Alike.ONE_LETTER;
        }
        if (isOtherForm(other)) {
            return Alike.OTHER_FORM;
        }
        if (sound.equals(other.sound)) {
            return Alike.SOUND;
        }
        if (words.size() + other.words.size() > 2 && sharesWord(other)) {
            return Alike.PART;
        }
        boolean close = mistakes == 2 && longer >= LONG_ENOUGH_FOR_TWO || isClose(other);
        return close ? Alike.CLOSE : isBeginning(other) ? Alike.PART : Alike.DIFFERENT;
    }

    private boolean isOtherForm(Words other) {
        if (forms.isEmpty() || other.forms.isEmpty() || first().equals(other.first())) {
            return false;
        }
        boolean restFits = words.size() == 1
                || other.words.size() == 1
                || words.subList(1, words.size()).equals(other.words.subList(1, other.words.size()));
        return restFits && !Collections.disjoint(forms, other.forms);
    }

    private boolean isBeginning(Words other) {
        return begins(joined, other.joined) || begins(other.joined, joined);
    }

    private boolean sharesWord(Words other) {
        for (String word : words) {
            if (word.length() >= SHORTEST_PART && other.words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String one, String other) {
        return one.length() >= SHORTEST_PART && other.startsWith(one);
    }
}
