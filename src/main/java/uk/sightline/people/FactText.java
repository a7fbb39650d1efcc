package uk.sightline.people;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.people.BulkChanges.Saying;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;

/** The four kinds of fact that a file holds, as text by which they are compared. */
final class FactText {

    private FactText() {}

    static String of(Fact fact) {
        return switch (fact) {
            case PersonName name -> text(name.code(), name.full(), name.given(), name.family());
            case PersonIdentifier number -> text(number.scheme().name(), number.value());
            case PersonAddress address ->
                text(
                        address.code(),
                        address.lines(),
                        address.postcode(),
                        day("from ", address.from()),
                        day("until ", address.until()));
            case PersonContact contact -> text(contact.code(), contact.value());
            default -> throw new IllegalArgumentException("not in files: " + fact.kind());
        };
    }

    /** Whether it says what was said before, and that it is over: the fact is ended and none is added. */
    static boolean onlyEnds(Saying saying) {
        LocalDate until = saying.fact().until();
        return saying.before() != null
                && until != null
                && of(saying.fact()).equals(saying.before() + "; " + day("until ", until));
    }

    static LocalDate endsOn(Saying saying, LocalDate today) {
        LocalDate until = saying.fact().until();
        return until != null && onlyEnds(saying) ? until : today;
    }

    private static @Nullable String day(String word, @Nullable LocalDate day) {
        return day == null ? null : word + day;
    }

    private static String text(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("; "));
    }
}
