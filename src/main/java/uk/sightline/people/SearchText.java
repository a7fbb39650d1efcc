package uk.sightline.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.BirthDateReader;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.Typed;
import uk.sightline.people.Probe.Clue;

/**
 * What somebody typed into the one search box, taken apart: a reference, numbers by their rules, a birth date in any
 * form, and the rest as a name, in whatever order.
 *
 * @param reference in capitals, or null
 */
record SearchText(Probe probe, @Nullable String reference) {

    private static final int MOST_WORDS = 24;
    private static final int LONGEST_PART = 6;

    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{1,3}-[0-9A-HJKMNP-TV-Z]{7}");
    private static final Pattern GAPS = Pattern.compile("[\\s,;]+");
    private static final Pattern PHONE = Pattern.compile("(?:\\+|00?)[\\d ()\\-]{8,20}");
    private static final Pattern PLATE =
            Pattern.compile("[A-Z]{2}\\d{2} ?[A-Z]{3}|[A-Z]\\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\\d{1,3}[A-Z]");

    /** Schemes that are recognised among other words, with what a text must look like before the rules are asked. */
    private static final Map<IdentifierScheme, Predicate<String>> RECOGNISED = recognised();

    static SearchText of(String typed, LocalDate today) {
        List<String> words = words(typed);
        Reading reading = new Reading(today);
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int taken = reading.take(words, i);
            if (taken == 0) {
                rest.add(words.get(i));
            }
            i += Math.max(1, taken);
        }
        return reading.result(String.join(" ", rest));
    }

    private static List<String> words(String typed) {
        return GAPS.splitAsStream(Typed.tidy(typed))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    private static Map<IdentifierScheme, Predicate<String>> recognised() {
        Map<IdentifierScheme, Predicate<String>> schemes = new LinkedHashMap<>();
        schemes.put(IdentifierScheme.NHS_NUMBER, text -> true);
        schemes.put(IdentifierScheme.UPN, text -> true);
        schemes.put(IdentifierScheme.POSTCODE, text -> true);
        schemes.put(IdentifierScheme.PHONE, text -> PHONE.matcher(text).matches());
        schemes.put(
                IdentifierScheme.VEHICLE,
                text -> PLATE.matcher(text.toUpperCase(Locale.ROOT)).matches());
        schemes.put(IdentifierScheme.PNC_ID, text -> text.contains("/"));
        schemes.put(IdentifierScheme.ONLINE_HANDLE, text -> text.contains(":") || text.startsWith("@"));
        schemes.put(IdentifierScheme.ULN, text -> true);
        return schemes;
    }

    /** What has been made out so far. */
    private static final class Reading {

        private final LocalDate today;
        private final List<Clue> clues = new ArrayList<>();
        private BirthDate born = BirthDate.unknown();
        private @Nullable String reference;

        Reading(LocalDate today) {
            this.today = today;
        }

        /** How many words from here are a number or a date, as many as make sense together. */
        int take(List<String> words, int from) {
            for (int count = Math.min(LONGEST_PART, words.size() - from); count > 0; count--) {
                String text = String.join(" ", words.subList(from, from + count));
                if (isReference(text) || text.chars().anyMatch(c -> c >= '0' && c <= '9') && isRead(text)) {
                    return count;
                }
            }
            return 0;
        }

        private boolean isReference(String text) {
            String capitals = text.toUpperCase(Locale.ROOT);
            boolean matches = REFERENCE.matcher(capitals).matches();
            reference = matches ? capitals : reference;
            return matches;
        }

        private boolean isRead(String text) {
            List<Clue> read = RECOGNISED.entrySet().stream()
                    .filter(scheme -> scheme.getValue().test(text))
                    .flatMap(scheme -> clue(scheme.getKey(), text).stream())
                    .toList();
            clues.addAll(read);
            return !read.isEmpty() || isBirth(text);
        }

        private boolean isBirth(String text) {
            boolean read = born instanceof BirthDate.Unknown
                    && BirthDateReader.read(text, today)
                            instanceof BirthDateReader.Reading.Understood(BirthDate.Between between)
                    && remember(between);
            return read;
        }

        private boolean remember(BirthDate.Between between) {
            born = between;
            return true;
        }

        /** A word with digits that nothing above knows may be a number of a kind without rules of its own. */
        SearchText result(String rest) {
            if (clues.isEmpty()
                    && born instanceof BirthDate.Unknown
                    && rest.chars().anyMatch(Character::isDigit)) {
                for (var scheme :
                        List.of(IdentifierScheme.LA_CHILD_ID, IdentifierScheme.CRO_NUMBER, IdentifierScheme.IMEI)) {
                    clue(scheme, rest).ifPresent(clues::add);
                }
            }
            return new SearchText(new Probe(rest, born, clues), reference);
        }

        private static Optional<Clue> clue(IdentifierScheme scheme, String text) {
            return scheme.check(text) instanceof Checked.Valid valid
                    ? Optional.of(new Clue(scheme, valid.normalised()))
                    : Optional.empty();
        }
    }
}
