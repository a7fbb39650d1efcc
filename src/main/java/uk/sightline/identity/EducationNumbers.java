package uk.sightline.identity;

import java.util.regex.Pattern;

/** Numbers given by schools, colleges, councils and Ofsted (PRACTICE §16). */
final class EducationNumbers {

    private static final String NO_ULN = "9999999999";
    private static final Pattern CHILD_ID = Pattern.compile("[A-Z0-9]{1,20}");
    private static final Pattern OFSTED = Pattern.compile("SC\\d{6}");

    private EducationNumbers() {}

    /** Ten digits, the last a check: the weighted sum of all ten, 10 down to 1, leaves 10 modulo 11 (HESA C17051). */
    static Checked uln(String tidied) {
        String digits = Typed.compact(tidied);
        if (digits.equals(NO_ULN)) {
            return new Checked.Invalid("9999999999 means that there is no ULN yet. Leave it empty.");
        }
        if (!Typed.isDigits(digits) || digits.length() != 10 || digits.charAt(0) == '0') {
            return new Checked.Invalid("A ULN has 10 digits and does not start with 0. Check it with the college.");
        }
        return weightedSum(digits) % 11 == 10
                ? Checked.valid(digits)
                : new Checked.Invalid("At least one digit of this ULN is wrong. Check each digit with the college.");
    }

    static Checked childId(String tidied) {
        String id = Typed.compact(tidied);
        return CHILD_ID.matcher(id).matches()
                ? Checked.valid(id)
                : new Checked.Invalid("A local authority child ID has letters and digits only, 20 at most.");
    }

    static Checked schoolUrn(String tidied) {
        String urn = Typed.compact(tidied);
        return Typed.isDigits(urn) && urn.length() == 6 && urn.charAt(0) != '0'
                ? Checked.valid(urn)
                : new Checked.Invalid(
                        "A school URN has 6 digits, like 107242. Look it up on Get Information about Schools.");
    }

    static Checked laestab(String tidied) {
        String number = Typed.compact(tidied);
        return Typed.isDigits(number) && number.length() == 7
                ? new Checked.Valid(number, number.substring(0, 3) + "/" + number.substring(3))
                : new Checked.Invalid(
                        "A LAESTAB number has 7 digits: 3 for the council and 4 for the school, like 380/4000.");
    }

    static Checked ofstedUrn(String tidied) {
        String urn = Typed.compact(tidied);
        return OFSTED.matcher(urn).matches()
                ? Checked.valid(urn)
                : new Checked.Invalid("The Ofsted URN of a children's home is SC and 6 digits, like SC012345.");
    }

    private static int weightedSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        return sum;
    }
}
