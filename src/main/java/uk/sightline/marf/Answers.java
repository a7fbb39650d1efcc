package uk.sightline.marf;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.DateParts;

/** What was typed on one page, as it was typed, right or wrong. */
record Answers(Map<String, List<String>> values) {

    static final Answers NONE = new Answers(Map.of());

    /** Marks that reorder the text around them, and bytes that are no text; languages written from right to left need none. */
    private static final Pattern NO_TEXT =
            Pattern.compile("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\n\\t]]");

    private static final Pattern BROKEN = Pattern.compile("\\p{Cs}");

    Answers {
        values = Map.copyOf(values);
    }

    /** Of a posted form: only what the page asks, without what cannot be kept as text. */
    static Answers posted(Map<String, String[]> parameters, Collection<String> asked) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String name : asked) {
            List<String> given = List.of(parameters.getOrDefault(name, new String[0])).stream()
                    .map(Answers::cleaned)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!given.isEmpty()) {
                values.put(name, given);
            }
        }
        return new Answers(values);
    }

    static String cleaned(String typed) {
        String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
        return BROKEN.matcher(NO_TEXT.matcher(lines).replaceAll("")).replaceAll("\uFFFD");
    }

    /** As typed, for the field it was typed in. */
    String raw(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** Without the space around it; empty when nothing was typed. */
    String text(String name) {
        return raw(name).strip();
    }

    Optional<String> given(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** The same for the referral's record, where an absent answer is null. */
    @Nullable String orNull(String name) {
        return given(name).orElse(null);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    boolean says(String name, String value) {
        return all(name).contains(value);
    }

    /** Yes, no, or nothing said. */
    @Nullable Boolean yes(String name) {
        return has(name) ? (Boolean) text(name).equals("yes") : null;
    }

    DateParts date(String name) {
        return new DateParts(raw(name + ".day"), raw(name + ".month"), raw(name + ".year"));
    }

    boolean isBlank() {
        return values.values().stream().flatMap(List::stream).allMatch(String::isBlank);
    }

    Answers with(String name, @Nullable String value) {
        return withAll(name, value == null || value.isEmpty() ? List.of() : List.of(value));
    }

    Answers withAll(String name, List<String> given) {
        Map<String, List<String>> next = new LinkedHashMap<>(values);
        next.remove(name);
        if (!given.isEmpty()) {
            next.put(name, List.copyOf(given));
        }
        return new Answers(next);
    }

    /** Everything that was typed, for whoever reads it through. */
    List<String> texts() {
        return values.values().stream().flatMap(List::stream).toList();
    }
}
