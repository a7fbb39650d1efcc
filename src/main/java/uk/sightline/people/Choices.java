package uk.sightline.people;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.sightline.govuk.SelectItem;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.platform.London;
import uk.sightline.reference.CodeSet;
import uk.sightline.reference.PracticePack;

/** What the forms about people offer to choose from, as the pack stands today. */
@Component
public class Choices {

    private final PracticePack pack;
    private final InstantSource time;

    Choices(PracticePack pack, InstantSource time) {
        this.pack = pack;
        this.time = time;
    }

    LocalDate today() {
        return London.date(time.instant());
    }

    CodeSet set(String key) {
        return pack.codes(key);
    }

    String label(String set, String code) {
        return pack.codes(set).label(code);
    }

    PracticePack pack() {
        return pack;
    }

    /** The codes of a set, after an empty first choice. */
    public List<SelectItem> of(String set) {
        List<SelectItem> items = new ArrayList<>(List.of(SelectItem.of("", "Choose")));
        pack.codes(set).current(today()).forEach(code -> items.add(SelectItem.of(code.code(), code.label())));
        return items;
    }

    public static List<SelectItem> noYes() {
        return List.of(SelectItem.of("no", "No"), SelectItem.of("yes", "Yes"));
    }

    public static List<SelectItem> unknownNoYes() {
        return List.of(SelectItem.of("", "Not known"), SelectItem.of("no", "No"), SelectItem.of("yes", "Yes"));
    }

    public List<SelectItem> schools() {
        List<SelectItem> items = new ArrayList<>(List.of(SelectItem.of("", "Not known or another school")));
        pack.schools().forEach(school -> items.add(SelectItem.of(school.urn(), school.label())));
        return items;
    }

    /** The numbers by which a person is known; places and meetings have theirs elsewhere. */
    List<SelectItem> schemes() {
        List<SelectItem> items = new ArrayList<>(List.of(SelectItem.of("", "Choose")));
        Arrays.stream(IdentifierScheme.values())
                .filter(IdentifierScheme::isOfAPerson)
                .forEach(scheme -> items.add(SelectItem.of(scheme.name(), scheme.label())));
        return items;
    }

    List<SelectItem> statuses() {
        return Arrays.stream(IdentifierStatus.values())
                .map(status -> SelectItem.of(status.name(), status.label() + ": " + status.meaning()))
                .toList();
    }
}
