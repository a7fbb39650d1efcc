package uk.sightline.imports;

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
import uk.sightline.people.Fact;
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
        return read(ImportRow.of(mapping, headings, cells));
    }

    ImportReading read(ImportRow row) {
        try {
            refuseLong(row);
            return new ImportReading.Readable(
                    mapping.kind() == ImportMapping.Kind.PEOPLE
                            ? person(row)
                            : new ImportFactReader(row, today).content());
        } catch (RuleBroken broken) {
            String field = broken.field();
            return new ImportReading.Rejected(
                    field == null ? "row" : field, broken.says(), field == null ? "" : row.under(field));
        }
    }

    private ImportContent person(ImportRow row) {
        List<ImportRemark> remarks = new ArrayList<>();
        Map<String, Fact> facts = new LinkedHashMap<>();
        PersonName name = name(row, remarks);
        facts.put(ImportContent.NAME, name);
        row.first(ImportField.KNOWN_AS)
                .filter(known -> !known.equalsIgnoreCase(name.full()))
                .ifPresent(known ->
                        facts.put("known-as", named(row, "known-as", known, null, null, ImportField.KNOWN_AS)));
        addNumber(facts, row, ImportField.NHS_NUMBER, IdentifierScheme.NHS_NUMBER);
        addNumber(facts, row, ImportField.UPN, IdentifierScheme.UPN);
        addNumber(facts, row, ImportField.LA_CHILD_ID, IdentifierScheme.LA_CHILD_ID);
        new ImportAddress(row, today).fact(remarks).ifPresent(address -> facts.put(ImportContent.ADDRESS, address));
        addContacts(facts, row, remarks);
        String birth = row.first(ImportField.BIRTH).orElse(null);
        return new ImportContent(
                number(row, mapping),
                null,
                name.full(),
                birth == null ? BirthDate.unknown() : birth(row, birth),
                birth,
                sex(row, remarks),
                facts,
                remarks);
    }

    static @Nullable String number(ImportRow row, ImportMapping mapping) {
        String id = row.number().orElse(null);
        if (id == null && mapping.fields().contains(ImportField.SOURCE_ID)) {
            throw row.broken(
                    ImportField.SOURCE_ID,
                    "The row has no number of its own, so it could not be told from others next time. Give it one.");
        }
        if (id != null && id.length() > LONGEST_NAME) {
            throw row.broken(ImportField.SOURCE_ID, "The value is longer than 200 characters.");
        }
        return id;
    }

    private void refuseLong(ImportRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            ImportField field = mapping.fields().get(i);
            if (row.cells().get(i).length() > LONGEST_VALUE
                    && field != ImportField.IGNORE
                    && field != ImportField.ADDRESS_JSON) {
                throw new RuleBroken(headings.get(i), "The value is longer than 1,000 characters. Shorten it.");
            }
        }
    }

    private PersonName name(ImportRow row, List<ImportRemark> remarks) {
        String given = row.first(ImportField.GIVEN_NAME).orElse(null);
        String family = row.first(ImportField.FAMILY_NAME).orElse(null);
        String full = row.first(ImportField.FULL_NAME)
                .orElseGet(() -> ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip());
        long letters = full.codePoints().filter(Character::isLetter).count();
        if (letters == 0) {
            throw new RuleBroken("name", "The row has no name. Give at least a given or a family name.");
        }
        if (letters == 1) {
            remarks.add(ImportRemark.leftOut(
                    "name", "The name is one letter: it is kept as it is. Ask for the whole name.", full));
        }
        return named(row, "legal", full, given, family, ImportField.FULL_NAME);
    }

    private PersonName named(
            ImportRow row,
            String kind,
            String full,
            @Nullable String given,
            @Nullable String family,
            ImportField field) {
        if (full.length() > LONGEST_NAME) {
            throw new RuleBroken(row.heading(field, "name"), "The name is longer than 200 characters. Shorten it.");
        }
        return new PersonName(kind, full, given, family, null, null);
    }

    private void addNumber(Map<String, Fact> facts, ImportRow row, ImportField field, IdentifierScheme scheme) {
        Optional<String> typed = row.first(field);
        if (typed.isPresent()) {
            facts.put(field.word(), number(row, field, scheme, typed.get()));
        }
    }

    static PersonIdentifier number(ImportRow row, ImportField field, IdentifierScheme scheme, String typed) {
        return switch (scheme.check(typed)) {
            case Checked.Valid valid -> new PersonIdentifier(scheme, valid.normalised(), IdentifierStatus.UNKNOWN);
            case Checked.Invalid invalid -> throw row.broken(field, invalid.reason());
        };
    }

    private BirthDate birth(ImportRow row, String typed) {
        Matcher yearFirst = YEAR_FIRST.matcher(typed);
        String text =
                yearFirst.matches() ? yearFirst.group(1) + "-" + yearFirst.group(2) + "-" + yearFirst.group(3) : typed;
        return switch (BirthDateReader.read(text, today)) {
            case BirthDateReader.Reading.Understood understood -> understood.birthDate();
            case BirthDateReader.Reading.Refused refused ->
                throw new RuleBroken(row.heading(ImportField.BIRTH, "date of birth"), refused.reason());
        };
    }

    /** Codes of the pack's set {@code sex}; nothing for what says that nobody knows. */
    private @Nullable String sex(ImportRow row, List<ImportRemark> remarks) {
        String typed = row.first(ImportField.SEX).orElse("").toLowerCase(Locale.ROOT);
        return switch (typed) {
            case "m", "male", "1", "boy", "man" -> "1";
            case "f", "female", "2", "girl", "woman" -> "2";
            case "0" -> "0";
            case "", "9", "x", "u", "i", "unknown", "null", "not known", "not recorded", "nk" -> null;
            default -> {
                remarks.add(row.leftOut(ImportField.SEX, "This was left out: write M, F, 1, 2 or 9.", typed));
                yield null;
            }
        };
    }

    private void addContacts(Map<String, Fact> facts, ImportRow row, List<ImportRemark> remarks) {
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            if (!cell.isEmpty() && mapping.fields().get(i) == ImportField.EMAIL) {
                addContact(facts, remarks, i, cell, EMAIL.matcher(cell).matches() ? contact("email", cell) : null);
            } else if (!cell.isEmpty() && mapping.fields().get(i) == ImportField.PHONE) {
                addContact(facts, remarks, i, cell, phone(cell));
            }
        }
    }

    private void addContact(
            Map<String, Fact> facts,
            List<ImportRemark> remarks,
            int column,
            String cell,
            @Nullable PersonContact contact) {
        if (contact == null || contact.value().length() > LONGEST_NAME) {
            remarks.add(ImportRemark.leftOut(headings.get(column), "This was left out: it cannot be used.", cell));
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
}
