package uk.sightline.marf;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.reference.Agency;
import uk.sightline.reference.PracticePack;

/**
 * One question of a page: the name it is posted by, what it is called when the answers are read through, and the code
 * list its answer comes from, if it is chosen.
 *
 * @param options the answers to choose from, by their code, where they are no code list of the pack
 */
record Field(String name, String label, Kind kind, @Nullable String codes, Map<String, String> options) {

    enum Kind {
        TEXT,
        CHOICE,
        OPTION,
        DATE,
        AGENCY,
        LEVEL,
        YES_NO,
        TICK
    }

    static Field text(String name, String label) {
        return new Field(name, label, Kind.TEXT, null);
    }

    static Field choice(String name, String label, String codes) {
        return new Field(name, label, Kind.CHOICE, codes);
    }

    static Field agency(String name, String label) {
        return new Field(name, label, Kind.AGENCY, null);
    }

    static Field level(String name, String label) {
        return new Field(name, label, Kind.LEVEL, "level-of-need");
    }

    static Field date(String name, String label) {
        return new Field(name, label, Kind.DATE, null);
    }

    static Field yesNo(String name, String label) {
        return new Field(name, label, Kind.YES_NO, null);
    }

    static Field tick(String name, String label) {
        return new Field(name, label, Kind.TICK, null);
    }

    /** One or more of a few answers that are not codes of the pack. */
    static Field option(String name, String label, Map<String, String> options) {
        return new Field(name, label, Kind.OPTION, null, options);
    }

    private Field(String name, String label, Kind kind, @Nullable String codes) {
        this(name, label, kind, codes, Map.of());
    }

    /** The names that a browser posts for it. */
    Stream<String> posted() {
        return kind == Kind.DATE ? Stream.of(name + ".day", name + ".month", name + ".year") : Stream.of(name);
    }

    /** What has been answered, in words; empty when nothing has. */
    String words(Answers answers, PracticePack pack) {
        return switch (kind) {
            case TEXT -> answers.text(name);
            case DATE ->
                posted().map(answers::text).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
            case AGENCY -> agency(answers.text(name), pack);
            case LEVEL ->
                answers.given(name)
                        .map(level -> "Level %s: %s".formatted(level, label(level, pack)))
                        .orElse("");
            case YES_NO -> answers.says(name, "yes") ? "Yes" : answers.says(name, "no") ? "No" : "";
            case TICK -> answers.has(name) ? "Yes" : "";
            case OPTION ->
                answers.all(name).stream()
                        .map(code -> options.getOrDefault(code, code))
                        .collect(Collectors.joining(", "));
            case CHOICE ->
                answers.all(name).stream().map(code -> label(code, pack)).collect(Collectors.joining(", "));
        };
    }

    private String label(String code, PracticePack pack) {
        return pack.codeSets().stream()
                .filter(set -> set.key().equals(codes))
                .findFirst()
                .map(set -> set.label(code))
                .orElse(code);
    }

    private static String agency(String key, PracticePack pack) {
        return pack.agencies().stream()
                .filter(agency -> agency.key().equals(key))
                .map(Agency::label)
                .findFirst()
                .orElse(key);
    }

    static List<String> names(List<Field> fields) {
        return fields.stream().flatMap(Field::posted).toList();
    }
}
