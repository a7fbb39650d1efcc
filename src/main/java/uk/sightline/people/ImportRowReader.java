package uk.sightline.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.BirthDateReader;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.platform.RuleBroken;

/**
 * Reads a row by the mapping. What would make a wrong person is refused with its field and reason: no name, an
 * impossible birth date, a number that fails its check. A contact detail that cannot be used is left out and told.
 */
final class ImportRowReader {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 1_000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern YEAR_FIRST = Pattern.compile("((?:18|19|20)\\d{2})(0[1-9]|1[0-2])(\\d{2})");

    private final ImportMapping mapping;
    private final List<String> headings;
    private final LocalDate today;

    ImportRowReader(ImportMapping mapping, List<String> headings, LocalDate today) {
        this.mapping = mapping;
        this.headings = headings;
        this.today = today;
    }

    ImportReading read(List<String> cells) {
        try {
            return new ImportReading.Readable(
                    content(cells.stream().map(ImportText::clean).toList()));
        } catch (RuleBroken broken) {
            String field = broken.field();
            return new ImportReading.Rejected(field == null ? "row" : field, broken.says());
        }
    }

    private ImportContent content(List<String> cells) {
        refuseLong(cells);
        List<String> notes = new ArrayList<>();
        Map<String, Fact> facts = new LinkedHashMap<>();
        PersonName name = name(cells);
        facts.put(ImportContent.NAME, name);
        first(cells, ImportField.KNOWN_AS)
                .filter(known -> !known.equalsIgnoreCase(name.full()))
                .ifPresent(known -> facts.put("known-as", named("known-as", known, null, null, ImportField.KNOWN_AS)));
        addNumber(facts, cells, ImportField.NHS_NUMBER, IdentifierScheme.NHS_NUMBER);
        addNumber(facts, cells, ImportField.UPN, IdentifierScheme.UPN);
        addNumber(facts, cells, ImportField.LA_CHILD_ID, IdentifierScheme.LA_CHILD_ID);
        new ImportAddress(mapping, cells).fact(notes).ifPresent(address -> facts.put("address", address));
        addContacts(facts, cells, notes);
        String birth = first(cells, ImportField.BIRTH).orElse(null);
        return new ImportContent(
                sourceId(cells),
                name.full(),
                birth == null ? BirthDate.unknown() : birth(birth),
                birth,
                sex(cells, notes),
                facts,
                notes.isEmpty() ? null : String.join(" ", notes));
    }

    private @Nullable String sourceId(List<String> cells) {
        String id = first(cells, ImportField.SOURCE_ID).orElse(null);
        if (id == null && mapping.fields().contains(ImportField.SOURCE_ID)) {
            throw new RuleBroken(
                    heading(ImportField.SOURCE_ID, "number"),
                    "The row has no number of its own, so it could not be told from others next time. Give it one.");
        }
        if (id != null && id.length() > LONGEST_NAME) {
            throw new RuleBroken(heading(ImportField.SOURCE_ID, "number"), "The value is longer than 200 characters.");
        }
        return id;
    }

    private void refuseLong(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).length() > LONGEST_VALUE && mapping.fields().get(i) != ImportField.IGNORE) {
                throw new RuleBroken(headings.get(i), "The value is longer than 1,000 characters. Shorten it.");
            }
        }
    }

    private PersonName name(List<String> cells) {
        String given = first(cells, ImportField.GIVEN_NAME).orElse(null);
        String family = first(cells, ImportField.FAMILY_NAME).orElse(null);
        String full = first(cells, ImportField.FULL_NAME)
                .orElseGet(() -> ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip());
        if (full.codePoints().noneMatch(Character::isLetter)) {
            throw new RuleBroken("name", "The row has no name. Give at least a given or a family name.");
        }
        return named("legal", full, given, family, ImportField.FULL_NAME);
    }

    private PersonName named(
            String kind, String full, @Nullable String given, @Nullable String family, ImportField field) {
        if (full.length() > LONGEST_NAME) {
            throw new RuleBroken(heading(field, "name"), "The name is longer than 200 characters. Shorten it.");
        }
        return new PersonName(kind, full, given, family, null, null);
    }

    private void addNumber(Map<String, Fact> facts, List<String> cells, ImportField field, IdentifierScheme scheme) {
        Optional<String> typed = first(cells, field);
        if (typed.isPresent()) {
            facts.put(
                    field.word(),
                    switch (scheme.check(typed.get())) {
                        case Checked.Valid valid ->
                            new PersonIdentifier(scheme, valid.normalised(), IdentifierStatus.UNKNOWN);
                        case Checked.Invalid invalid ->
                            throw new RuleBroken(heading(field, field.label()), invalid.reason());
                    });
        }
    }

    private BirthDate birth(String typed) {
        Matcher yearFirst = YEAR_FIRST.matcher(typed);
        String text =
                yearFirst.matches() ? yearFirst.group(1) + "-" + yearFirst.group(2) + "-" + yearFirst.group(3) : typed;
        return switch (BirthDateReader.read(text, today)) {
            case BirthDateReader.Reading.Understood understood -> understood.birthDate();
            case BirthDateReader.Reading.Refused refused ->
                throw new RuleBroken(heading(ImportField.BIRTH, "date of birth"), refused.reason());
        };
    }

    /** Codes of the pack's set {@code sex}; nothing for what says that nobody knows. */
    private @Nullable String sex(List<String> cells, List<String> notes) {
        String typed = first(cells, ImportField.SEX).orElse("").toLowerCase(Locale.ROOT);
        return switch (typed) {
            case "m", "male", "1", "boy", "man" -> "1";
            case "f", "female", "2", "girl", "woman" -> "2";
            case "0" -> "0";
            case "", "9", "x", "u", "unknown", "not known", "not recorded", "nk" -> null;
            default -> {
                notes.add("Sex “" + typed + "” was left out: write M, F, 1, 2 or 9.");
                yield null;
            }
        };
    }

    private void addContacts(Map<String, Fact> facts, List<String> cells, List<String> notes) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty() && mapping.fields().get(i) == ImportField.EMAIL) {
                addContact(facts, notes, i, cell, EMAIL.matcher(cell).matches() ? contact("email", cell) : null);
            } else if (!cell.isEmpty() && mapping.fields().get(i) == ImportField.PHONE) {
                addContact(facts, notes, i, cell, phone(cell));
            }
        }
    }

    private void addContact(
            Map<String, Fact> facts, List<String> notes, int column, String cell, @Nullable PersonContact contact) {
        if (contact == null || contact.value().length() > LONGEST_NAME) {
            notes.add("%s “%s” was left out: it cannot be used.".formatted(headings.get(column), cell));
        } else {
            facts.put("contact " + headings.get(column).toLowerCase(Locale.ROOT).replace('=', ' '), contact);
        }
    }

    private static @Nullable PersonContact phone(String typed) {
        return IdentifierScheme.PHONE.check(typed) instanceof Checked.Valid valid
                ? contact(valid.normalised().startsWith("+447") ? "mobile" : "landline", valid.normalised())
                : null;
    }

    private static PersonContact contact(String kind, String value) {
        return new PersonContact(kind, value, null, "unknown", null, null, null);
    }

    private Optional<String> first(List<String> cells, ImportField field) {
        int column = mapping.fields().indexOf(field);
        return column < 0 || cells.get(column).isEmpty() ? Optional.empty() : Optional.of(cells.get(column));
    }

    private String heading(ImportField field, String otherwise) {
        int column = mapping.fields().indexOf(field);
        return column < 0 ? otherwise : headings.get(column);
    }
}
