package uk.sightline.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.BirthDateReader;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.people.Fact.PersonAddress;

/** One address made of the columns that hold its parts, in the order in which an envelope shows them. */
final class ImportAddress {

    private static final int LONGEST = 400;
    private static final List<ImportField> ORDER = List.of(ImportField.ADDRESS, ImportField.TOWN, ImportField.REGION);

    private final ImportRow row;
    private final LocalDate today;

    ImportAddress(ImportRow row, LocalDate today) {
        this.row = row;
        this.today = today;
    }

    /** Empty when the row has none. A postcode that is not a UK one stays in the lines as it was written. */
    Optional<PersonAddress> fact(List<ImportRemark> remarks) {
        ImportWrittenAddress written =
                ImportWrittenAddress.of(row.first(ImportField.ADDRESS_JSON).orElse(""));
        List<String> lines = lines();
        lines.addAll(written.lines());
        String typed = String.join(" ", row.all(ImportField.POSTCODE));
        @Nullable String postcode = valid(IdentifierScheme.POSTCODE, typed);
        if (postcode == null && !typed.isEmpty()) {
            lines.add(typed);
            remarks.add(row.leftOut(
                    ImportField.POSTCODE, "This is not a UK postcode: it is kept as text in the address.", typed));
        }
        if (lines.isEmpty() && postcode == null) {
            return Optional.empty();
        }
        String text = lines.isEmpty() ? String.valueOf(postcode) : String.join(", ", lines);
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (text.length() > LONGEST) {
            remarks.add(row.leftOut(ImportField.ADDRESS, "The address was cut at 400 characters.", text));
        }
        return Optional.of(address(shortened, postcode, written, remarks));
    }

    private PersonAddress address(
            String text, @Nullable String postcode, ImportWrittenAddress written, List<ImportRemark> remarks) {
        LocalDate from = day(ImportField.FROM, remarks);
        LocalDate until = day(ImportField.UNTIL, remarks);
        if (from != null && until != null && until.isBefore(from)) {
            remarks.add(row.leftOut(
                    ImportField.UNTIL,
                    "The address ends before it begins: both days were left out.",
                    until.toString()));
            from = null;
            until = null;
        }
        return new PersonAddress(kind(), text, postcode, uprn(written, remarks), false, from, until);
    }

    /** Codes of the pack's set {@code address-kind}; not by its days, which pass without the file saying anything new. */
    private String kind() {
        String typed = row.first(ImportField.ADDRESS_KIND).orElse("").toLowerCase(Locale.ROOT);
        if (typed.contains("placement")) {
            return "placement";
        }
        if (typed.contains("correspondence") || typed.contains("letter")) {
            return "correspondence";
        }
        if (typed.contains("term")) {
            return "school-term";
        }
        return typed.contains("former") || typed.contains("previous") ? "former" : "home";
    }

    private @Nullable LocalDate day(ImportField field, List<ImportRemark> remarks) {
        String typed = row.first(field).orElse("");
        if (typed.isEmpty()) {
            return null;
        }
        // Days of an address are written as birth dates are, and may be to come.
        if (BirthDateReader.read(typed, today.plusYears(1)) instanceof BirthDateReader.Reading.Understood understood
                && understood.birthDate().precision() == BirthDate.Precision.DAY) {
            return understood.birthDate().firstPossibleDay().orElse(null);
        }
        remarks.add(row.leftOut(field, "This is not a day: it was left out. Write it like 3 7 2011.", typed));
        return null;
    }

    private @Nullable String uprn(ImportWrittenAddress written, List<ImportRemark> remarks) {
        String typed = row.first(ImportField.UPRN).orElse(written.uprn());
        @Nullable String uprn = valid(IdentifierScheme.UPRN, typed);
        if (uprn == null && !typed.isEmpty()) {
            remarks.add(
                    row.leftOut(ImportField.UPRN, "This is not a property reference (UPRN): it was left out.", typed));
        }
        return uprn;
    }

    private static @Nullable String valid(IdentifierScheme scheme, String typed) {
        return !typed.isEmpty() && scheme.check(typed) instanceof Checked.Valid valid ? valid.normalised() : null;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        ORDER.forEach(field -> lines.addAll(row.all(field)));
        String house = String.join(" ", row.all(ImportField.HOUSE));
        if (!house.isEmpty() && lines.isEmpty()) {
            lines.add(house);
        } else if (!house.isEmpty()) {
            lines.set(0, house + " " + lines.getFirst());
        }
        return lines;
    }
}
