package uk.sightline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.people.Probe.Clue;

/** What is known of somebody on the index that can speak for or against their being the person looked for. */
record Compared(
        UUID id,
        List<String> names,
        BirthDate born,
        List<Number> identifiers,
        List<String> postcodes,
        List<String> contacts) {

    /** A number on their record. */
    record Number(IdentifierScheme scheme, String value, String status) {

        /** From {@code SCHEME:value:status}; the value may have colons in it. */
        static Number read(String text) {
            int first = text.indexOf(':');
            int last = text.lastIndexOf(':');
            return new Number(
                    IdentifierScheme.valueOf(text.substring(0, first)),
                    text.substring(first + 1, last),
                    text.substring(last + 1));
        }
    }

    /** To look for others like them: under each of their names in turn, with everything else. */
    List<Probe> probes() {
        List<Clue> clues = new ArrayList<>();
        identifiers.forEach(number -> clues.add(new Clue(number.scheme(), number.value())));
        postcodes.forEach(postcode -> clues.add(new Clue(IdentifierScheme.POSTCODE, postcode)));
        contacts.stream().filter(contact -> contact.indexOf('@') < 1).forEach(contact -> clues.add(handle(contact)));
        return (names.isEmpty() ? List.of("") : names)
                .stream().map(name -> new Probe(name, born, clues)).toList();
    }

    private static Clue handle(String contact) {
        return new Clue(contact.startsWith("+") ? IdentifierScheme.PHONE : IdentifierScheme.ONLINE_HANDLE, contact);
    }

    boolean has(Clue clue) {
        return switch (clue.scheme()) {
            case POSTCODE -> postcodes.contains(clue.value());
            case PHONE, ONLINE_HANDLE -> contacts.contains(clue.value()) || hasNumber(clue);
            default -> hasNumber(clue);
        };
    }

    private boolean hasNumber(Clue clue) {
        String key = SearchKeys.clue(clue);
        return identifiers.stream()
                .anyMatch(number -> SearchKeys.clue(new Clue(number.scheme(), number.value()))
                        .equals(key));
    }
}
