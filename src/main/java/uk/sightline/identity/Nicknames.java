package uk.sightline.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Short forms, pet names and spellings of the same given name, from {@code identity/nicknames.csv}. */
public final class Nicknames {

    /** Alex stands for more names than these; two are enough to be found. */
    static final int MOST_PER_WORD = 2;

    private static final Map<String, List<String>> NAMES_BY_WORD = load();

    private Nicknames() {}

    /** The names that a folded word stands for. */
    public static List<String> namesFor(String word) {
        return NAMES_BY_WORD.getOrDefault(word, List.of());
    }

    static boolean shareAName(String one, String other) {
        return namesFor(one).stream().anyMatch(namesFor(other)::contains);
    }

    private static Map<String, List<String>> load() {
        try (InputStream in = Nicknames.class.getResourceAsStream("/identity/nicknames.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(in, "identity/nicknames.csv"), StandardCharsets.UTF_8))) {
            Map<String, List<String>> names = new HashMap<>();
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line, names));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String line, Map<String, List<String>> names) {
        String[] same = line.split(",");
        String name = NameWords.of(same[0]).getFirst();
        for (String form : same) {
            List<String> known = names.computeIfAbsent(NameWords.of(form).getFirst(), word -> new ArrayList<>());
            if (known.size() < MOST_PER_WORD && !known.contains(name)) {
                known.add(name);
            }
        }
    }
}
