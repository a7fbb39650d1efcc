package uk.sightline.district;

import java.util.Arrays;
import java.util.List;
import uk.sightline.reference.Code;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.School;

/** What the generator needs of the practice pack. */
record PackCodes(PracticePack pack, Plan plan) {

    /** The code of a language by its English name; {@code other} when the pack does not list it. */
    String language(String name) {
        return pack.codes("language").current(plan.on()).stream()
                .filter(code -> Arrays.asList(code.label().split(" or | ")).contains(name))
                .map(Code::code)
                .findFirst()
                .orElse("other");
    }

    List<String> urns() {
        return pack.schools().stream().map(School::urn).toList();
    }

    /** The URN of the school that somebody of this age goes to, always the same for the same number. */
    String school(int age, long number) {
        return schoolOf(age, number).urn();
    }

    /** The same school by its name, as people write it on a form. */
    String schoolName(int age, long number) {
        return schoolOf(age, number).label();
    }

    private School schoolOf(int age, long number) {
        List<School> fitting = pack.schools().stream()
                .filter(school -> fits(school.phase(), age))
                .toList();
        List<School> choice = fitting.isEmpty() ? pack.schools() : fitting;
        return choice.get((int) Math.floorMod(number * 31, (long) choice.size()));
    }

    private static boolean fits(String phase, int age) {
        return switch (phase) {
            case "nursery" -> age < 5;
            case "primary" -> age < 11;
            case "secondary" -> age >= 11 && age < 16;
            case "all-through", "special" -> age >= 5 && age < 18;
            case "pru", "alternative" -> age >= 13 && age < 16;
            default -> age >= 16;
        };
    }

    /** Pack and version, as records keep it. */
    String edition() {
        return pack.edition().name() + " " + pack.edition().version();
    }
}
