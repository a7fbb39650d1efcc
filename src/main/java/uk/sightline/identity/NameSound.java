package uk.sightline.identity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * How a name sounds, as a skeleton of consonants that stays the same over the ways in which South Asian, Arab and
 * Eastern European names are put into Latin letters: aspirates (kh, dh), w and v, q and k, c and k, sz and sh, j and y,
 * the endings -ska and -ski, -ova and -owa. Names that come from a script without written vowels fit too.
 */
public final class NameSound {

    /** Rules in the order they are applied to a folded word. */
    private record Rule(Pattern from, String to) {
        static Rule of(String from, String to) {
            return new Rule(Pattern.compile(from), to);
        }
    }

    private static final Rule[] RULES = {
        Rule.of("^(?:mac|mc)(?=[^aeiou]..)", "mk"),
        Rule.of("(?<=...)(?:ova|owa|eva|ewa)$", ""),
        Rule.of("(?<=...)(?:ov|ow|ev|ew)$", ""),
        Rule.of("(?:sk|ck|tsk|tzk)(?:i|y|a|aya|aja|ij|iy|yi|yj)$", "ski"),
        Rule.of("^(?:kn|gn)", "n"),
        Rule.of("^wr", "r"),
        Rule.of("^(?:ps|cs)", "s"),
        Rule.of("ph", "f"),
        Rule.of("^(?:dzh|dz|dj|gj|gy)", "j"),
        Rule.of("(?:tch|tsch|cz|tj)", "c"),
        Rule.of("(?:sch|sz|sh|rz|zh|ts|tz)", "s"),
        Rule.of("chr", "kr"),
        Rule.of("ch", "c"),
        Rule.of("c(?=[eiy])", "s"),
        Rule.of("c(?=[aoulrk]|$)", "k"),
        Rule.of("x", "ks"),
        Rule.of("[qk]+", "k"),
        Rule.of("z", "s"),
        Rule.of("^[yj](?=[aeiou])", "j"),
        Rule.of("^y", "i"),
        Rule.of("(?<=.)w(?![aeiouy])", ""),
        Rule.of("w", "v"),
        Rule.of("^[aeiou]", "A"),
        Rule.of("^h", "H"),
        Rule.of("(?<=.)[aeiouyh]", ""),
    };

    private static final int LONGEST = 8;

    /** A district has some ten thousand words in its names, and a search compares the same few hundred again and again. */
    private static final int MOST_KEPT = 20_000;

    private static final Map<String, String> KEPT = new ConcurrentHashMap<>();

    private NameSound() {}

    /** The skeleton of a folded word, never empty. */
    public static String of(String word) {
        if (KEPT.size() >= MOST_KEPT) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(word, NameSound::skeleton);
    }

    private static String skeleton(String word) {
        String sound = word;
        for (Rule rule : RULES) {
            sound = rule.from.matcher(sound).replaceAll(rule.to);
        }
        return sound.length() > LONGEST ? sound.substring(0, LONGEST) : sound;
    }
}
