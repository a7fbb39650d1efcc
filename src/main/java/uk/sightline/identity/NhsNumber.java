package uk.sightline.identity;

import java.util.OptionalInt;

/**
 * The NHS number: nine digits and a check digit, weights 10 down to 2, modulo 11 (NHS Data Dictionary; PRACTICE §16).
 * Numbers that begin with 999 are set aside for tests and are never issued.
 */
public final class NhsNumber {

    private static final int LENGTH = 10;

    private NhsNumber() {}

    /**
     * The check digit that belongs to nine digits.
     *
     * @param firstNine 0 to 999 999 999, leading zeros implied
     * @return empty when the rule gives 10: no NHS number begins with these digits
     */
    public static OptionalInt checkDigit(int firstNine) {
        int sum = 0;
        int rest = firstNine;
        for (int weight = 2; weight <= 10; weight++) {
            sum += rest % 10 * weight;
            rest /= 10;
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? OptionalInt.empty() : OptionalInt.of(check);
    }

    static Checked check(String tidied) {
        String digits = Typed.compact(tidied);
        if (!Typed.isDigits(digits) || digits.length() != LENGTH) {
            return new Checked.Invalid("An NHS number has 10 digits. Check it, or leave it empty if you are not sure.");
        }
        if (!hasRightCheckDigit(digits) || digits.chars().distinct().count() == 1) {
            return new Checked.Invalid("This is not a real NHS number: at least one digit is wrong. Check each digit.");
        }
        return new Checked.Valid(digits, grouped(digits));
    }

    private static boolean hasRightCheckDigit(String digits) {
        OptionalInt expected = checkDigit(Integer.parseInt(digits.substring(0, 9)));
        return expected.isPresent() && expected.getAsInt() == digits.charAt(9) - '0';
    }

    private static String grouped(String digits) {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }
}
