package uk.sightline.identity;

import java.util.regex.Pattern;

/** Postcodes and property references (PRACTICE §16). ZZ99 postcodes say "no fixed address" and the like, and are kept. */
final class PlaceNumbers {

    private static final Pattern POSTCODE = Pattern.compile("GIR0AA|[A-Z]{1,2}\\d[A-Z\\d]?\\d[A-Z]{2}");
    private static final Pattern LETTER_O_FOR_NOUGHT = Pattern.compile("O(?=[A-Z]{2}$)");
    private static final int LONGEST_UPRN = 12;

    private PlaceNumbers() {}

    /** A letter O where only a digit can stand is read as nought. */
    static Checked postcode(String tidied) {
        String code = LETTER_O_FOR_NOUGHT.matcher(Typed.compact(tidied)).replaceFirst("0");
        if (!POSTCODE.matcher(code).matches()) {
            return new Checked.Invalid(
                    "Enter a full UK postcode, like BD1 1HX. Leave it empty if you only know a part.");
        }
        int inward = code.length() - 3;
        return Checked.valid(code.substring(0, inward) + " " + code.substring(inward));
    }

    static Checked uprn(String tidied) {
        String digits = Typed.compact(tidied).replaceFirst("^0+(?=.)", "");
        return Typed.isDigits(digits) && digits.length() <= LONGEST_UPRN && !digits.equals("0")
                ? Checked.valid(digits)
                : new Checked.Invalid("A UPRN has up to 12 digits and nothing else. Look it up on FindMyAddress.");
    }
}
