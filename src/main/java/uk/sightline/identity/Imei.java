package uk.sightline.identity;

/** The number of a handset: 15 digits, the last a Luhn check. A handset shows it when *#06# is dialled. */
final class Imei {

    private static final int LENGTH = 15;

    private Imei() {}

    static Checked check(String tidied) {
        String digits = Typed.compact(tidied);
        if (!Typed.isDigits(digits) || digits.length() != LENGTH) {
            return new Checked.Invalid(
                    "An IMEI has 15 digits. Dial *#06# on the phone to see it, and leave out anything after the 15th.");
        }
        return luhnSum(digits) % 10 == 0
                ? new Checked.Valid(digits, grouped(digits))
                : new Checked.Invalid(
                        "At least one digit of this IMEI is wrong. Dial *#06# on the phone and check each digit.");
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int doubled = (digits.charAt(i) - '0') * (1 + i % 2);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum;
    }

    private static String grouped(String d) {
        return d.substring(0, 2) + " " + d.substring(2, 8) + " " + d.substring(8, 14) + " " + d.substring(14);
    }
}
