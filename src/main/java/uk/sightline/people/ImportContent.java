package uk.sightline.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.NewPerson.Background;
import uk.sightline.people.Probe.Clue;

/**
 * What one row says of a person.
 *
 * @param key what the source calls the person; null when no column holds that
 * @param parts each thing that it says, by name: the fact, and the text by which it is told from what the row said before
 * @param note what was left out or kept otherwise, in words
 */
record ImportContent(
        @Nullable String key,
        String fullName,
        BirthDate born,
        @Nullable String birthText,
        @Nullable String sex,
        Map<String, Fact> facts,
        @Nullable String note) {

    static final String NAME = "name";
    static final String BIRTH = "birth";
    static final String SEX = "sex";

    private static final String BETWEEN_LINES = "\n";

    /** What the row says, part by part, as text: equal when it says the same. Kept to see what changes next time. */
    Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        facts.forEach((part, fact) -> said.put(part, ImportFacts.said(fact)));
        if (birthText != null) {
            said.put(BIRTH, birthText);
        }
        if (sex != null) {
            said.put(SEX, sex);
        }
        return said;
    }

    /** As one text; what was said before and is not said now still stands, for a blank cell says nothing. */
    String storedOver(Map<String, String> before) {
        Map<String, String> all = new java.util.TreeMap<>(before);
        all.putAll(said());
        List<String> lines = new ArrayList<>();
        all.forEach((part, text) -> lines.add(part + "=" + text));
        return String.join(BETWEEN_LINES, lines);
    }

    static Map<String, String> read(String stored) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String line : stored.split(BETWEEN_LINES, -1)) {
            int at = line.indexOf('=');
            said.put(line.substring(0, at), line.substring(at + 1));
        }
        return said;
    }

    /** What the source calls the person, or all that the row says where it has no name for them. */
    String keyOrHash() {
        return key != null ? key : "row " + ImportText.hash(storedOver(Map.of()));
    }

    /** Keys that hardly two people share. */
    Set<String> telling() {
        return new LinkedHashSet<>(SearchKeys.telling(new Probe(fullName, born, clues())));
    }

    /** The numbers by which a person may be known for certain (PRACTICE §16, person matching). */
    List<PersonIdentifier> numbers() {
        return facts.values().stream()
                .filter(PersonIdentifier.class::isInstance)
                .map(PersonIdentifier.class::cast)
                .toList();
    }

    private List<Clue> clues() {
        return numbers().stream()
                .map(number -> new Clue(number.scheme(), String.valueOf(number.value())))
                .toList();
    }

    NewPerson person(String source) {
        Background known = new Background(sex, null, null, null, null, null, null, null, null);
        return new NewPerson(born, birthText, known, null, List.copyOf(facts.values()), source);
    }
}
