package uk.sightline.identity;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The unique pupil number: a check letter, the local authority (3), the school (4), the year (2) and a serial (3), or
 * two digits and a letter when it is temporary. Also the codes that say why there is none (PRACTICE §16; CIN rules 1510
 * to 1550, SSDA903 rule 168). Whether the local authority code exists is for whoever holds the code list to say.
 */
public final class Upn {

    /** The 23 letters of the check, in order of their value; I, O and S are never used. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private static final Pattern SHAPE = Pattern.compile("[A-HJ-NP-RT-Z](\\d{12}|\\d{11}[A-HJ-NP-RT-Z])");

    private static final Map<String, String> REASONS_FOR_NONE = Map.of(
            "UN1", "not of school age",
            "UN2", "never attended a maintained school",
            "UN3", "educated outside the UK",
            "UN4", "newly looked after",
            "UN5", "sources disagree",
            "UN7", "referral with no further action");

    private Upn() {}

    /**
     * The check letter for the twelve characters that follow it.
     *
     * @param body twelve digits, or eleven and one of the check letters
     */
    public static char checkLetter(String body) {
        int sum = 0;
        for (int k = 0; k < body.length(); k++) {
            sum += valueOf(body.charAt(k)) * (k + 2);
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }

    static Checked check(String tidied) {
        String upn = Typed.compact(tidied);
        String reasonForNone = REASONS_FOR_NONE.get(upn);
        if (reasonForNone != null) {
            return new Checked.Valid(upn, upn + " (" + reasonForNone + ")");
        }
        if (!SHAPE.matcher(upn).matches()) {
            return new Checked.Invalid(
                    "A UPN is a letter and 12 digits, like B801200005001 (a temporary one ends in a letter). Check it with the school.");
        }
        return upn.charAt(0) == checkLetter(upn.substring(1))
                ? Checked.valid(upn)
                : new Checked.Invalid(
                        "The first letter of this UPN does not fit the rest. Check each character with the school.");
    }

    private static int valueOf(char c) {
        return c >= '0' && c <= '9' ? c - '0' : LETTERS.indexOf(c);
    }
}
