package uk.sightline.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.BulkChanges;
import uk.sightline.people.Fact;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.NewPerson;
import uk.sightline.people.NewPerson.Background;
import uk.sightline.people.Probe.Clue;

/**
 * What one row says of a person.
 *
 * @param key what the source calls what the row is about; null when no column holds that
 * @param person what the source calls the person, when the row is about an address or number of theirs; null otherwise
 * @param fullName empty when the row does not say
 * @param facts each thing that it says, by name
 * @param remarks what was left out or kept otherwise
 */
record ImportContent(
        @Nullable String key,
        @Nullable String person,
        String fullName,
        BirthDate born,
        @Nullable String birthText,
        @Nullable String sex,
        Map<String, Fact> facts,
        List<ImportRemark> remarks) {

    static final String NAME = "name";
    static final String ADDRESS = "address";
    static final String NUMBER = "number";
    static final String BIRTH = "birth";
    static final String SEX = "sex";

    private static final String BETWEEN_LINES = "\n";

    /** Of a fact's own, so that no number of a person is like it: no cell of a file has this character. */
    private static final String BETWEEN = "\u001F";

    static String keyOfFact(String part, String person, String own) {
        return BETWEEN + part + BETWEEN + person + BETWEEN + own;
    }

    /** What the row says, part by part, as text: equal when it says the same. Kept to see what changes next time. */
    Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        facts.forEach((part, fact) -> said.put(part, BulkChanges.said(fact)));
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
        Map<String, String> all = new TreeMap<>(before);
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

    /** What the source calls it, or all that the row says where it has no name for it. */
    String keyOrHash() {
        return key != null ? key : "row " + ImportText.hash(storedOver(Map.of()));
    }

    /** The numbers by which a person may be known for certain (PRACTICE §16, person matching). */
    List<PersonIdentifier> numbers() {
        return facts.values().stream()
                .filter(PersonIdentifier.class::isInstance)
                .map(PersonIdentifier.class::cast)
                .toList();
    }

    List<Clue> clues() {
        return numbers().stream()
                .map(number -> new Clue(number.scheme(), String.valueOf(number.value())))
                .toList();
    }

    boolean hasBirthDay() {
        return born.precision() == BirthDate.Precision.DAY;
    }

    /** What many systems put where nobody knows the day. */
    boolean isBornAtNewYear() {
        return hasBirthDay()
                && born.firstPossibleDay().map(LocalDate::getDayOfYear).orElse(0) == 1;
    }

    NewPerson person(String source) {
        Background known = new Background(sex, null, null, null, null, null, null, null, null);
        return new NewPerson(born, birthText, known, null, List.copyOf(facts.values()), source);
    }
}
