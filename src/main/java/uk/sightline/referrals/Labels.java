package uk.sightline.referrals;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.govuk.SelectItem;
import uk.sightline.people.PersonCard;
import uk.sightline.reference.Agency;
import uk.sightline.reference.PracticePack;

/** What codes are called, for pages. */
@Component
class Labels {

    private final PracticePack pack;

    Labels(PracticePack pack) {
        this.pack = pack;
    }

    PracticePack pack() {
        return pack;
    }

    String of(String set, @Nullable String code) {
        return code == null ? "Not said" : pack.codes(set).label(code);
    }

    String all(String set, Collection<String> codes) {
        return codes.isEmpty()
                ? "Not said"
                : String.join(", ", codes.stream().map(code -> of(set, code)).toList());
    }

    String agency(@Nullable String key) {
        return pack.agencies().stream()
                .filter(agency -> agency.key().equals(key))
                .map(Agency::label)
                .findFirst()
                .orElse(key == null ? "" : key);
    }

    List<SelectItem> options(String set, String none) {
        List<SelectItem> items = new java.util.ArrayList<>();
        items.add(SelectItem.of("", none));
        pack.codes(set).codes().forEach(code -> items.add(SelectItem.of(code.code(), code.label())));
        return items;
    }

    String place(PersonCard card) {
        return card.place(pack);
    }

    String yesNo(@Nullable Boolean answer) {
        return answer == null ? "Not said" : answer ? "Yes" : "No";
    }
}
