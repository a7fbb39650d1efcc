package uk.sightline.marf;

import java.util.List;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.reference.Code;

/** What holds for every page: answers of a list come from the list, and no field takes more than can be read. */
final class Basics {

    /** Characters. What is longer is kept in the draft, so that nothing pasted is lost, but cannot be sent. */
    static final int LONGEST = 20_000;

    private Basics() {}

    static void check(Answers answers, List<Field> fields, Filling filling, FieldErrors.Builder wrong) {
        for (Field field : fields) {
            checkLength(answers, field, wrong);
            if (!fromList(answers.all(field.name()), field, filling)) {
                wrong.add(field.name(), "%s: choose from the list".formatted(field.label()));
            }
        }
    }

    private static void checkLength(Answers answers, Field field, FieldErrors.Builder wrong) {
        int length = answers.text(field.name()).length();
        if (length > LONGEST) {
            wrong.add(
                    field.name(),
                    "%s has %,d characters and may have %,d. Shorten it, or attach it as a file"
                            .formatted(field.label(), length, LONGEST));
        }
    }

    private static boolean fromList(List<String> given, Field field, Filling filling) {
        return switch (field.kind()) {
            case CHOICE, LEVEL -> codes(field, filling).containsAll(given);
            case OPTION -> field.options().keySet().containsAll(given);
            case YES_NO -> List.of("yes", "no").containsAll(given);
            case TICK -> List.of("yes").containsAll(given);
            case TEXT, DATE, AGENCY -> true;
        };
    }

    private static List<String> codes(Field field, Filling filling) {
        return filling.codes(String.valueOf(field.codes())).stream()
                .map(Code::code)
                .toList();
    }
}
