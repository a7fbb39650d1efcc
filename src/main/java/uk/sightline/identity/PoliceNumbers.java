package uk.sightline.identity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers given by the police (PRACTICE §16). A PNC ID and a CRO number end in a check letter: the year and the serial
 * read as one number, modulo 23, is its place in {@code ZABC…Y} without I, O and S, so Z stands for nought.
 */
final class PoliceNumbers {

    private static final String LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

    private static final Pattern PNC = Pattern.compile("(?:19|20)?(\\d{2})/(\\d{1,7})([A-HJ-NP-RT-Z])");
    private static final Pattern CRO = Pattern.compile("(\\d{1,6})/(\\d{2})([A-HJ-NP-RT-Z])");
    private static final Pattern CRO_FILE = Pattern.compile("SF(\\d{2})/(\\d{1,6})([A-HJ-NP-RT-Z])");
    private static final Pattern OCCURRENCE = Pattern.compile("[A-Z0-9][A-Z0-9/ .-]{0,29}");

    private PoliceNumbers() {}

    static Checked pncId(String tidied) {
        Matcher m = PNC.matcher(withSlash(withoutSpaces(tidied)));
        if (!m.matches()) {
            return new Checked.Invalid(
                    "A PNC ID is the year, a slash, up to 7 digits and a letter, like 01/0171310W. Check it.");
        }
        String serial = padded(m.group(2), 7);
        return checkLetter(m.group(1) + serial) == m.group(3).charAt(0)
                ? Checked.valid(m.group(1) + "/" + serial + m.group(3))
                : new Checked.Invalid("The letter at the end of this PNC ID does not fit its digits. Check each one.");
    }

    /** The older file form (SF) is kept as typed: its letter follows no published rule. */
    static Checked croNumber(String tidied) {
        String typed = withoutSpaces(tidied);
        if (CRO_FILE.matcher(typed).matches()) {
            return Checked.valid(typed);
        }
        Matcher m = CRO.matcher(typed);
        if (!m.matches()) {
            return new Checked.Invalid(
                    "A CRO number is up to 6 digits, a slash, the year and a letter, like 265416/21G. Check it.");
        }
        String serial = padded(m.group(1), 6);
        return checkLetter(m.group(2) + serial) == m.group(3).charAt(0)
                ? Checked.valid(serial + "/" + m.group(2) + m.group(3))
                : new Checked.Invalid(
                        "The letter at the end of this CRO number does not fit its digits. Check each one.");
    }

    static Checked occurrence(String tidied) {
        String number = tidied.toUpperCase(Locale.ROOT);
        return OCCURRENCE.matcher(number).matches() && number.chars().anyMatch(Character::isDigit)
                ? Checked.valid(number)
                : new Checked.Invalid(
                        "Give the police occurrence or log number as the police gave it, 30 characters at most.");
    }

    static char checkLetter(String yearAndSerial) {
        return LETTERS.charAt(Integer.parseInt(yearAndSerial) % LETTERS.length());
    }

    /** Written without the slash it is unmistakable only in full length. */
    private static String withSlash(String pnc) {
        return pnc.replaceFirst("^((?:19|20)?\\d{2})(\\d{7}[A-Z])$", "$1/$2");
    }

    private static String padded(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }

    private static String withoutSpaces(String tidied) {
        return tidied.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
    }
}
