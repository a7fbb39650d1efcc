package uk.sightline.people;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.NameWords;
import uk.sightline.matching.Comparison;
import uk.sightline.matching.Household;
import uk.sightline.matching.Kind;
import uk.sightline.matching.Schema;
import uk.sightline.matching.Scorer;
import uk.sightline.matching.Shares;
import uk.sightline.matching.Value;
import uk.sightline.people.KeyCounts.Counts;

/**
 * In which respects people on the index are compared: names, birth date, postcode, phone and numbers. Sex, ethnicity,
 * religion and nationality are protected characteristics and no evidence (Equality Act 2010 s.4).
 */
final class PersonRespects {

    static final int GIVEN = 0;
    static final int FAMILY = 1;
    static final int BIRTH = 2;

    /** Beside the names and the birth date, in this order. */
    private static final List<IdentifierScheme> NUMBERS = List.of(
            IdentifierScheme.POSTCODE,
            IdentifierScheme.PHONE,
            IdentifierScheme.NHS_NUMBER,
            IdentifierScheme.UPN,
            IdentifierScheme.ULN,
            IdentifierScheme.LA_CHILD_ID,
            IdentifierScheme.PNC_ID,
            IdentifierScheme.CRO_NUMBER);

    /** Families are on the index together. */
    static final Household HOUSEHOLD = Household.usual();

    private static final Map<IdentifierScheme, Integer> PLACES = new EnumMap<>(IdentifierScheme.class);
    static final Schema SCHEMA = schema();

    private PersonRespects() {}

    private static Schema schema() {
        List<Comparison> comparisons = new ArrayList<>(List.of(
                Comparison.givenName(),
                Comparison.familyName(),
                new Comparison("birth-date", "Birth date", Kind.BIRTH_DATE)));
        for (IdentifierScheme scheme : NUMBERS) {
            PLACES.put(scheme, comparisons.size());
            comparisons.add(new Comparison(
                    scheme.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    scheme.label(),
                    switch (scheme) {
                        case POSTCODE -> Kind.POSTCODE;
                        case PHONE -> Kind.PHONE;
                        default -> Kind.NUMBER;
                    }));
        }
        return Schema.of(comparisons);
    }

    static Scorer scorer(Counts counts, ModelInUse model) {
        return new Scorer(model.among(counts.people()), new Counted(counts), HOUSEHOLD);
    }

    /** A record with nothing in it. */
    static @Nullable Value[] blank() {
        return new Value[SCHEMA.comparisons().size()];
    }

    /** Writes a full name's parts: the last word is the family name, which {@link Schema} does not rely on. */
    static void name(@Nullable Value[] record, String fullName) {
        List<String> words = NameWords.plain(fullName);
        if (!words.isEmpty()) {
            record[GIVEN] = read(GIVEN, String.join(" ", words.subList(0, words.size() - 1)));
            record[FAMILY] = read(FAMILY, words.getLast());
        }
    }

    static void born(@Nullable Value[] record, BirthDate born) {
        record[BIRTH] = Value.born(born);
    }

    private static @Nullable Value read(int comparison, String typed) {
        return typed.isBlank()
                ? null
                : SCHEMA.comparisons().get(comparison).kind().read(typed);
    }

    /** Where a scheme is compared; -1 when it is not. */
    static int place(IdentifierScheme scheme) {
        return PLACES.getOrDefault(scheme, -1);
    }

    static @Nullable Value number(IdentifierScheme scheme, String value, boolean checked) {
        return switch (scheme) {
            case POSTCODE, PHONE -> read(place(scheme), value);
            default -> Value.number(value, checked);
        };
    }

    /** As counted over the index; a value that is on neither list of keys is as rare as can be seen. */
    private record Counted(Counts counts) implements Shares {

        @Override
        public double others(int comparison, Value value) {
            if (counts.people() == 0) {
                return 0;
            }
            return Math.max(0, people(comparison, value) - 1) / (double) counts.people();
        }

        private int people(int comparison, Value value) {
            return switch (SCHEMA.comparisons().get(comparison).kind()) {
                case NAME ->
                    NameWords.of(value.text()).stream()
                            .mapToInt(word -> counts.of("w:" + word))
                            .min()
                            .orElse(0);
                case BIRTH_DATE -> counts.of("b:" + value.text());
                case POSTCODE ->
                    counts.of(SearchKeys.clue(new Probe.Clue(
                            IdentifierScheme.POSTCODE, IdentifierScheme.POSTCODE.display(value.text()))));
                case PHONE -> counts.of("x:PHONE:+" + value.text());
                default -> 0;
            };
        }

        @Override
        public double least() {
            return counts.people() == 0 ? 1 : 1.0 / counts.people();
        }
    }
}
