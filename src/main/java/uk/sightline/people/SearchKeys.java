package uk.sightline.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.NameKeys;
import uk.sightline.identity.NameSound;
import uk.sightline.identity.NameWords;
import uk.sightline.identity.PairKeys;
import uk.sightline.people.Probe.Clue;

/**
 * The keys under which a person is kept, and those under which they are looked for: names by word, sound, nickname and
 * mistake, alone and in pairs; birth dates, alone and with a name; numbers. The letter before the colon is the kind.
 */
final class SearchKeys {

    /** An estimated birth date that spans more years than this says too little to be a key. */
    private static final int MOST_YEARS = 4;

    private static final int LONGEST = 200;

    /** Of a word alone, one letter left out. */
    private static final String LESS = "d:";

    /** The same beside another word's initial. */
    private static final String LESS_BESIDE = "t:";

    private static final String INITIALS = "abcdefghijklmnopqrstuvwxyz";

    private SearchKeys() {}

    /** All keys of a person's names, birth date and numbers. */
    static Set<String> of(List<String> names, BirthDate born, List<Clue> clues) {
        Set<String> keys = new LinkedHashSet<>();
        for (String name : names) {
            NameKeys.of(name).forEach(key -> keys.add(key.stored()));
            keys.addAll(PairKeys.of(name));
            keys.addAll(namesWithBirth(name, born));
        }
        birthDays(born).forEach(day -> keys.add("b:" + day));
        clues.forEach(clue -> keys.add(clue(clue)));
        leaveOutSaidTwice(keys);
        return keys.stream()
                .filter(key -> key.length() <= LONGEST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What stands beside another word's initial says more than the same alone: half of a person's keys are of these two. */
    private static void leaveOutSaidTwice(Set<String> keys) {
        Set<String> beside = keys.stream()
                .filter(key -> key.startsWith(LESS_BESIDE))
                .map(key -> LESS + key.substring(LESS_BESIDE.length(), key.indexOf('|')))
                .collect(Collectors.toSet());
        keys.removeAll(beside);
    }

    /** All that there is to look for. */
    static List<SearchKey> lookedFor(Probe probe) {
        Set<String> keys = of(List.of(probe.nameOrBlank()), probe.born(), probe.identifiers());
        exactDay(probe.born()).stream().flatMap(SearchKeys::mistaken).forEach(day -> keys.add("b:" + day));
        return Stream.concat(keys.stream(), keys.stream().flatMap(SearchKeys::besideAnyInitial))
                .map(SearchKeys::asked)
                .toList();
    }

    /** Whoever is looked for by one word has others, most likely, and their keys are of two. */
    private static Stream<String> besideAnyInitial(String key) {
        return key.startsWith(LESS)
                ? INITIALS.chars()
                        .mapToObj(initial -> LESS_BESIDE + key.substring(LESS.length()) + "|" + (char) initial)
                : Stream.empty();
    }

    /** Keys that hardly two people share: a number, or the whole name with the birth date. */
    static Set<String> telling(Probe probe) {
        Set<String> keys = new LinkedHashSet<>();
        probe.identifiers().stream()
                .filter(clue -> Weigher.TELLING.contains(clue.scheme()))
                .forEach(clue -> keys.add(clue(clue)));
        keys.addAll(wholeNameWithDay(probe.nameOrBlank(), probe.born()));
        return keys;
    }

    private static Set<String> namesWithBirth(String name, BirthDate born) {
        Set<String> keys = new LinkedHashSet<>(wholeNameWithDay(name, born));
        for (String word : NameWords.of(name)) {
            years(born).forEach(year -> keys.add("y:" + NameSound.of(word) + "|" + year));
        }
        return keys;
    }

    private static Set<String> wholeNameWithDay(String name, BirthDate born) {
        List<String> words = NameWords.of(name);
        return words.size() < 2
                ? Set.of()
                : exactDay(born).stream()
                        .map(day -> "e:" + words.stream().sorted().collect(Collectors.joining(" ")) + "|" + day)
                        .collect(Collectors.toSet());
    }

    private static List<LocalDate> exactDay(BirthDate born) {
        return born.precision() == BirthDate.Precision.DAY
                ? born.firstPossibleDay().stream().toList()
                : List.of();
    }

    private static List<LocalDate> birthDays(BirthDate born) {
        return exactDay(born);
    }

    private static IntStream years(BirthDate born) {
        if (!(born instanceof BirthDate.Between between)) {
            return IntStream.empty();
        }
        IntStream years = IntStream.rangeClosed(
                between.earliest().getYear(), between.latest().getYear());
        return between.latest().getYear() - between.earliest().getYear() < MOST_YEARS ? years : IntStream.empty();
    }

    /** The same day with day and month changed over, and a year to either side. */
    private static Stream<LocalDate> mistaken(LocalDate day) {
        List<LocalDate> days = new ArrayList<>(List.of(day.minusYears(1), day.plusYears(1)));
        try {
            days.add(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
        } catch (DateTimeException noSuchDay) {
            return days.stream();
        }
        return days.stream();
    }

    static String clue(Clue clue) {
        return "x:" + clue.scheme().name() + ":" + clue.scheme().searchKey(clue.value());
    }

    private static SearchKey asked(String key) {
        return switch (key.charAt(0)) {
            case 'x' -> new SearchKey(key, 40, 200);
            case 'e' -> new SearchKey(key, 40, 100);
            case 'b' -> new SearchKey(key, 10, 300);
            case 'q' -> new SearchKey(key, 12, 400);
            case 'k' -> new SearchKey(key, 9, 300);
            case 'y' -> new SearchKey(key, 8, 200);
            case 't' -> new SearchKey(key, 5, 100);
            case 'i' -> new SearchKey(key, 5, 150);
            case 'w' -> new SearchKey(key, 6, 150);
            case 'n' -> new SearchKey(key, 4, 60);
            case 's' -> new SearchKey(key, 3, 60);
            default -> new SearchKey(key, 2, 30);
        };
    }
}
