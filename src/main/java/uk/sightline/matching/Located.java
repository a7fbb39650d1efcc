package uk.sightline.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.Spelling;

/** The lines of an address: its words and its numbers, in whatever order and columns. */
final class Located extends Value {

    private static final Pattern APART = Pattern.compile("[^a-z0-9]+");
    private static final Set<String> SAY_LITTLE = Set.of(
            "street",
            "st",
            "road",
            "rd",
            "avenue",
            "ave",
            "av",
            "lane",
            "ln",
            "close",
            "cl",
            "court",
            "ct",
            "drive",
            "dr",
            "place",
            "pl",
            "crescent",
            "cres",
            "cr",
            "grove",
            "gr",
            "terrace",
            "tce",
            "way",
            "circuit",
            "cct",
            "the",
            "of",
            "flat",
            "apartment",
            "unit",
            "house",
            "no");
    private static final int MOST_WORDS = 12;
    private static final int LONG_ENOUGH_TO_MISTYPE = 5;
    private static final double NEARLY_ALL = 0.75;
    private static final double HALF = 0.45;

    /** How two addresses may be alike; the order is that of {@link Kind#ADDRESS}'s levels. */
    enum Alike {
        DIFFERENT,
        A_WORD,
        HALF,
        NEARLY_ALL,
        SAME
    }

    private final List<String> words;
    private final @Nullable String number;
    private final int[] letters;

    private Located(String text, List<String> words, @Nullable String number) {
        super(text);
        this.words = words;
        this.number = number;
        this.letters = words.stream().mapToInt(Located::letters).toArray();
    }

    static @Nullable Located of(String typed) {
        List<String> all = Arrays.stream(APART.split(typed.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        if (all.isEmpty()) {
            return null;
        }
        List<String> telling = all.stream()
                .filter(word -> !SAY_LITTLE.contains(word))
                .distinct()
                .toList();
        List<String> words = telling.isEmpty() ? all : telling;
        String number = words.stream()
                .filter(word -> Character.isDigit(word.charAt(0)))
                .findFirst()
                .orElse(null);
        return new Located(String.join(" ", words), words, number);
    }

    List<String> words() {
        return words;
    }

    @Nullable String number() {
        return number;
    }

    Alike alike(Located other) {
        if (isSame(other)) {
            return Alike.SAME;
        }
        int common = text().compareTo(other.text()) <= 0 ? inCommon(other) : other.inCommon(this);
        double share = 2.0 * common / (words.size() + other.words.size());
        boolean otherDoor = number != null && other.number != null && !number.equals(other.number);
        if (share >= NEARLY_ALL && !otherDoor) {
            return Alike.NEARLY_ALL;
        }
        return share >= HALF ? Alike.HALF : share > 0 ? Alike.A_WORD : Alike.DIFFERENT;
    }

    private int inCommon(Located other) {
        int taken = 0;
        for (int i = 0; i < words.size(); i++) {
            int at = find(i, other, taken);
            taken |= at < 0 ? 0 : 1 << at;
        }
        return Integer.bitCount(taken);
    }

    /** The same word among those that are not taken, or else one with a mistake. */
    private int find(int word, Located other, int taken) {
        int mistyped = -1;
        for (int i = 0; i < other.words.size(); i++) {
            if ((taken & 1 << i) == 0) {
                if (words.get(word).equals(other.words.get(i))) {
                    return i;
                }
                mistyped = mistyped < 0 && isMistyped(word, other, i) ? i : mistyped;
            }
        }
        return mistyped;
    }

    private boolean isMistyped(int word, Located other, int at) {
        return letters[word] != 0
                && other.letters[at] != 0
                && Integer.bitCount(letters[word] & ~other.letters[at]) < 2
                && Spelling.distance(words.get(word), other.words.get(at), 1) == 1;
    }

    /** Which letters a word has; 0 for one too short to be mistyped, and for a number. */
    private static int letters(String word) {
        boolean mayBeMistyped = word.length() >= LONG_ENOUGH_TO_MISTYPE && !Character.isDigit(word.charAt(0));
        return mayBeMistyped ? word.chars().map(c -> 1 << c % 32).reduce(0, (all, one) -> all | one) : 0;
    }
}
