package uk.sightline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.people.Fact.PersonAddress;

/** One address made of the columns that hold its parts, in the order in which an envelope shows them. */
final class ImportAddress {

    private static final int LONGEST = 400;
    private static final List<ImportField> ORDER = List.of(ImportField.ADDRESS, ImportField.TOWN, ImportField.REGION);

    private final ImportMapping mapping;
    private final List<String> cells;

    ImportAddress(ImportMapping mapping, List<String> cells) {
        this.mapping = mapping;
        this.cells = cells;
    }

    /** Empty when the row has none. A postcode that is not a UK one stays in the lines as it was written. */
    Optional<PersonAddress> fact(List<String> notes) {
        List<String> lines = lines();
        String written = String.join(" ", of(ImportField.POSTCODE));
        @Nullable String postcode =
                IdentifierScheme.POSTCODE.check(written) instanceof Checked.Valid valid ? valid.normalised() : null;
        if (postcode == null && !written.isEmpty()) {
            lines.add(written);
            notes.add("Postcode “" + written + "” is not a UK postcode: kept as text in the address.");
        }
        if (lines.isEmpty() && postcode == null) {
            return Optional.empty();
        }
        String text = lines.isEmpty() ? String.valueOf(postcode) : String.join(", ", lines);
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (text.length() > LONGEST) {
            notes.add("The address was cut at 400 characters.");
        }
        return Optional.of(new PersonAddress("home", shortened, postcode, null, false, null, null));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        ORDER.forEach(field -> lines.addAll(of(field)));
        String house = String.join(" ", of(ImportField.HOUSE));
        if (!house.isEmpty() && lines.isEmpty()) {
            lines.add(house);
        } else if (!house.isEmpty()) {
            lines.set(0, house + " " + lines.getFirst());
        }
        return lines;
    }

    private List<String> of(ImportField field) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (mapping.fields().get(i) == field && !cells.get(i).isEmpty()) {
                values.add(cells.get(i));
            }
        }
        return values;
    }
}
